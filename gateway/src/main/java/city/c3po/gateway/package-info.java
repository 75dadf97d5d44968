/** What all parts of the gateway start from: its settings, the addresses of the services, the files of the build. */
@NullMarked
package city.c3po.gateway;

import org.jspecify.annotations.NullMarked;
