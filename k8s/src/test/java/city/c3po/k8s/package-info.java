/**
 * The manifests as they are applied: rendered by the real renderer, read strictly, and compared with the code that they
 * run. What a city would notice at three in the morning should fail here first.
 */
@NullMarked
package city.c3po.k8s;

import org.jspecify.annotations.NullMarked;
