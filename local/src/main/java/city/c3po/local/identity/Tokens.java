package city.c3po.local.identity;

import city.c3po.local.part.Refusal;
import city.c3po.local.part.Secrets;
import java.util.Map;

/** Fetches access tokens, for a person by logging in as they would, for a system with its secret. */
public final class Tokens {
    private final Realm realm;
    private final Secrets secrets;
    private final TokenEndpoint endpoint;

    /** @param issuer the realm's address */
    public Tokens(Realm realm, String issuer, Secrets secrets) {
        this.realm = realm;
        this.secrets = secrets;
        this.endpoint = new TokenEndpoint(issuer);
    }

    public boolean knows(String name) {
        return realm.users().contains(name) || realm.systems().contains(name);
    }

    public String of(String name) {
        if (realm.users().contains(name)) {
            // The password of a local user is the name.
            return new LoginForm(endpoint, Realm.LOGIN_CLIENT, realm.redirect()).accessToken(name, name);
        }
        if (realm.systems().contains(name)) {
            return endpoint.accessToken(Map.of(
                    "grant_type",
                    "client_credentials",
                    "client_id",
                    name,
                    "client_secret",
                    secrets.password("client." + name)));
        }
        throw new Refusal("No user and no client is called " + name + ".");
    }
}
