package city.c3po.charter.template;

/** The delivery approach that a template is for. */
public enum Variant {
    ANY,
    WATERFALL,
    AGILE,
    HYBRID
}
