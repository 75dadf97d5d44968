package city.c3po.charter.template;

/** In which order seats are asked to sign. */
public enum Phase {
    REVIEW,
    APPROVE,
    SIGN
}
