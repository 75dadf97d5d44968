/**
 * Audits and their findings.
 *
 * <p>An audit is recorded when its body has issued it, and says nothing else afterwards: errata are addenda. Its findings
 * tell criteria, condition, cause and effect; one that is confidential is a record of its own that few may read, and so is
 * every recommendation that follows from it.
 */
@NullMarked
package city.c3po.audit.audit;

import org.jspecify.annotations.NullMarked;
