package city.c3po.bench.bare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Multi;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.io.IOException;
import java.nio.file.Files;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The same path and the same document as the read that is measured, without database, token or rule: the most that
 * any service on this framework could answer on this machine.
 */
@Path("/v1")
@Singleton
public class BareEndpoint {
    private final JsonNode document;

    BareEndpoint(@ConfigProperty(name = "bench.document") String file, ObjectMapper json) throws IOException {
        this.document = json.readTree(Files.readString(java.nio.file.Path.of(file)));
    }

    @GET
    @Path("/initiatives/{id}")
    @NonBlocking
    public JsonNode byId(@PathParam("id") String id) {
        return document;
    }

    /** Reads what it gets, as any service must, and keeps none of it. */
    @POST
    @Path("/initiatives")
    @NonBlocking
    public JsonNode intake(JsonNode read) {
        return read;
    }

    /** A stream on which something was told once and nothing happens since. */
    @GET
    @Path("/changes")
    @Produces("text/event-stream")
    @NonBlocking
    public Multi<String> changes() {
        return Multi.createBy()
                .concatenating()
                .streams(Multi.createFrom().item("begun"), Multi.createFrom().<String>nothing());
    }
}
