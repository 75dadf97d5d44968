package city.c3po.local.postgres;

/** Who connects. */
public record Login(String role, String password) {
    @Override
    public String toString() {
        return role;
    }
}
