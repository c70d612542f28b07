package org.tinkuy.notification.delivery;

/// How a delivery reaches a person; each has workers of its own.
public enum Channel {
    MAIL("mail");

    private final String label;

    Channel(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
