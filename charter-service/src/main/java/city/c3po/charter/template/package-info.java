/**
 * Templates: what a charter must say, per tier and approach.
 *
 * <p>A template version lists fields in sections, each with guidance and, where it answers one, the number of the audit
 * recommendation; it names the rules that hold at commitment, the seats and their phases, the documents that must be in
 * the register and the roles that must be staffed. A policy admin drafts a version, another one adopts it; charters in
 * flight keep the version they have until somebody upgrades them.
 */
@NullMarked
package city.c3po.charter.template;

import org.jspecify.annotations.NullMarked;
