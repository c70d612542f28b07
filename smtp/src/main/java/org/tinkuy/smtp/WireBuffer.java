package org.tinkuy.smtp;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Bytes on their way out; used again for the next message.
public final class WireBuffer {

    private static final int USUAL_MAIL = 16 * 1024;

    private byte[] bytes;
    private int length;

    public WireBuffer() {
        this.bytes = new byte[USUAL_MAIL];
    }

    private WireBuffer(byte[] bytes) {
        this.bytes = bytes;
        this.length = bytes.length;
    }

    public WireBuffer copy() {
        return new WireBuffer(toBytes());
    }

    public WireBuffer add(byte[] more) {
        return add(more, 0, more.length);
    }

    public WireBuffer add(byte[] more, int from, int count) {
        makeRoom(count);
        System.arraycopy(more, from, bytes, length, count);
        length += count;
        return this;
    }

    public WireBuffer add(WireBuffer other, int from, int to) {
        return add(other.bytes, from, to - from);
    }

    public WireBuffer add(int one) {
        makeRoom(1);
        bytes[length] = (byte) one;
        length++;
        return this;
    }

    public WireBuffer add(String text) {
        return add(text.getBytes(StandardCharsets.UTF_8));
    }

    private void makeRoom(int count) {
        if (length + count > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + count));
        }
    }

    public int length() {
        return length;
    }

    public byte at(int index) {
        return bytes[index];
    }

    public WireBuffer clear() {
        length = 0;
        return this;
    }

    public void writeTo(OutputStream out) throws IOException {
        out.write(bytes, 0, length);
    }

    public byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    @Override
    public String toString() {
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }
}
