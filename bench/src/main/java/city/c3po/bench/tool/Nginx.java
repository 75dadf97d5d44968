package city.c3po.bench.tool;

import java.net.URI;
import java.nio.file.Path;

/** nginx as a plain proxy in front of one address: what a proxy costs on this machine when it does nothing else. */
public final class Nginx implements AutoCloseable {
    private final Server server;
    private final URI address;

    private Nginx(Server server, URI address) {
        this.server = server;
        this.address = address;
    }

    public static Nginx before(URI origin, Path work) throws InterruptedException {
        var port = Server.freePort();
        var address = URI.create("http://127.0.0.1:" + port);
        var configuration = Work.resource("nginx.conf")
                .replace("${folder}", work.toAbsolutePath().toString())
                .replace("${port}", Integer.toString(port))
                .replace("${origin}", origin.getHost() + ":" + origin.getPort());
        var file = Work.write(work.resolve("nginx.conf"), configuration);
        var log = work.resolve("nginx.log").toAbsolutePath();
        var command = Command.of(
                Tool.NGINX.find().toString(), "-c", file.toAbsolutePath().toString(), "-e", log.toString());
        return new Nginx(Server.start(command, log, address), address);
    }

    public URI address() {
        return address;
    }

    @Override
    public void close() {
        server.close();
    }
}
