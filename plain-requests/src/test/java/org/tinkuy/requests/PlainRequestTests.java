package org.tinkuy.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainRequestTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/api/programmes/%C3%ADnti",
                "/?a[]=b=c&d",
                "/?a=%20%25",
                "http://localhost/api?x=y",
                "/?name=Jos%C3%A9+%F0%9F%98%80",
                "*"
            })
    void readsWhatHasOneMeaning(String address) {
        assertThat(objectionTo(address)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/%00",
                "/?a%09b=1",
                "/?a=%0D%0Ab",
                "/?a=%C2%85",
                "/%E2%80%A8",
                "/%FF",
                "/%ED%A0%80",
                "/%C0%80",
                "/%zz",
                "/?a=%",
                "/?a=%2",
                "/[",
                "/?a=|",
                "/?a=\"",
                "/?a=\u00e9",
                "/?a=\u0085",
                "/#a",
                "/ a"
            })
    void refusesWhatTwoReadersCouldReadDifferently(String address) {
        assertThat(objectionTo(address)).extracting(Objection::status).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Accept", "Accept-Language", "Idempotency-Key", "Content-Type"})
    void refusesControlCharactersInHeaders(String name) {
        assertThat(objectionTo(name, "a\u0085b")).isNotNull();
        assertThat(objectionTo(name, "\u009f")).isNotNull();
        assertThat(objectionTo(name, "Ana Mar\u00eda\tb")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Cookie", "Referer", "User-Agent", "cookie"})
    void leavesToOthersWhatIsTheirs(String name) {
        assertThat(objectionTo(name, "\u00c3\u0081")).isNull();
    }

    @Test
    void refusesMoreMediaTypesThanAnybodyLooksThrough() {
        assertThat(objectionTo("Accept", "a/b,".repeat(49) + "a/b")).isNull();
        assertThat(objectionTo("Accept", "a/b,".repeat(50) + "a/b")).isNotNull();
        HttpHeaders twice = new DefaultHttpHeaders();
        twice.add("Accept", "a/b,".repeat(29) + "a/b").add("accept", "a/b,".repeat(29) + "a/b");
        assertThat(PlainRequest.objectionTo("/", twice)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "1-1-1-1-1", "0199", "0199c3a2-1b7d-4c8e-9a51-0d6e4f7b2c19x"})
    void takesOnlyIdsThatAreWrittenWhole(String text) {
        assertThatThrownBy(() -> WrittenId.parse(text))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static @Nullable Objection objectionTo(String address) {
        return PlainRequest.objectionTo(address, new DefaultHttpHeaders());
    }

    private static @Nullable Objection objectionTo(String name, String value) {
        HttpHeaders headers = new DefaultHttpHeaders().add(name, value);
        return PlainRequest.objectionTo("/", headers);
    }
}
