/**
 * Whether the identity provider that the settings name is one. Tokens are verified by the framework, and known for a moment
 * after that; a wrong setting and a certificate that has ended are told from a provider that is merely away.
 */
@NullMarked
package city.c3po.platform.identity;

import org.jspecify.annotations.NullMarked;
