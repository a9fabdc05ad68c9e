package be.leermeester.learning.deadline;

/// Where a mentor stands with the training of a partnership (S4:697). In the order in which two statuses recorded at
/// the same moment are believed: what is in the mentor's favour first.
public enum TrainingStatus {
    FOLLOWED_SECTOR,
    FOLLOWED_ELSEWHERE,
    EXEMPT,
    TO_FOLLOW,
    NOT_HANDLED,
    DISCONTINUED,
    NOT_FOLLOWED;

    /// Nothing is left to do.
    public boolean met() {
        return switch (this) {
            case FOLLOWED_SECTOR, FOLLOWED_ELSEWHERE, EXEMPT -> true;
            case TO_FOLLOW, NOT_HANDLED, DISCONTINUED, NOT_FOLLOWED -> false;
        };
    }

    /// A training was followed; an exemption is not a training.
    public boolean followed() {
        return this == FOLLOWED_SECTOR || this == FOLLOWED_ELSEWHERE;
    }
}
