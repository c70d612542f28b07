package org.tinkuy.site.programme.web;

/// What the form asks a person for, besides sessions.
public record NeededFields(boolean name, boolean address) {

    static final NeededFields OF_A_STRANGER = new NeededFields(true, true);
    static final NeededFields OF_ANOTHER = new NeededFields(true, false);
    static final NeededFields NONE = new NeededFields(false, false);

    /// Of whoever is signed in, and may never have told a name.
    static NeededFields of(Registrations.Me me) {
        return new NeededFields(me.name().isBlank(), false);
    }

    /// What was typed is shown again, and what is wrong beside its field.
    NeededFields with(RegisterForm form, FormFaults faults) {
        return new NeededFields(
                name || !form.name().isEmpty() || faults.at("name") != null,
                address || !form.address().isEmpty());
    }
}
