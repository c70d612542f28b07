package org.tinkuy.gateway.edge;

import java.util.concurrent.ConcurrentHashMap;

/// How much each network holds at a time: its connections, or its requests where all connections
/// are those of a proxy.
public final class NetworkShares {

    private final int most;
    private final ConcurrentHashMap<String, Integer> held = new ConcurrentHashMap<>();

    /// @param most what one network may hold
    public NetworkShares(int most) {
        this.most = most;
    }

    /// What was taken is to be released once.
    ///
    /// @param network as [ClientAddress#network] names it
    /// @return whether there was one left
    public boolean take(String network) {
        if (held.merge(network, 1, Integer::sum) <= most) {
            return true;
        }
        release(network);
        return false;
    }

    public void release(String network) {
        held.computeIfPresent(network, (_, before) -> before == 1 ? null : before - 1);
    }
}
