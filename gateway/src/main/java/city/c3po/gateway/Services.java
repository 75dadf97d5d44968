package city.c3po.gateway;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.net.URI;
import java.util.Map;

/** The services behind the gateway by their keys. A service that is not configured does not exist. */
@ConfigMapping(prefix = "c3po.services")
public interface Services {
    @WithParentName
    Map<String, URI> baseUrls();
}
