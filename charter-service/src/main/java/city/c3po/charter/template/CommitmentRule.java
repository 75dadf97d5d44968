package city.c3po.charter.template;

/** What a charter must settle before anybody is asked to sign; each answers an audit recommendation. */
public enum CommitmentRule {
    STAKEHOLDERS(2),
    APPROACH(3),
    GOVERNANCE(4),
    LIAISONS(5),
    SESSION(6),
    DOCUMENTS(7),
    KEY_STAFF(8);

    private final int recommendation;

    CommitmentRule(int recommendation) {
        this.recommendation = recommendation;
    }

    public int recommendation() {
        return recommendation;
    }
}
