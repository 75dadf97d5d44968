package city.c3po.testing.fuzz;

import city.c3po.testing.http.Call;

/**
 * One hostile request.
 *
 * @param name what is wrong with it
 * @param outcome what the service may do with it
 */
record Attack(String name, Call call, Outcome outcome) {

    enum Outcome {
        /** Nonsense: accepting it is a fault. */
        REFUSED,
        /** Too much: refused too, and the connection may be closed before all of it was read. */
        CUT_OFF,
        /** Odd but possibly meant: any documented answer will do. */
        ANY
    }
}
