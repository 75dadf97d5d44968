package city.c3po.local.service;

/**
 * Where the services find what they share.
 *
 * @param postgres the server, as {@code jdbc:postgresql://host:port}
 * @param kafka the bootstrap address
 * @param issuer who signs tokens
 */
public record Backbone(String postgres, String kafka, String issuer) {}
