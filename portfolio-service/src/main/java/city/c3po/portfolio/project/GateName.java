package city.c3po.portfolio.project;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The six gates. */
@Schema(name = "GateName")
public enum GateName {
    /** Commitment: the charter is signed. */
    G1,
    /** Approach and procurement readiness. */
    G2,
    /** Baseline. */
    G3,
    /** Go-live. */
    G4,
    /** Acceptance: the charter's signers accept. */
    G5,
    /** Benefits review, after the end. */
    G6
}
