package city.c3po.local;

import java.lang.reflect.Constructor;
import picocli.CommandLine;

/** Makes the verbs, and gives each of them the desk. */
final class Verbs implements CommandLine.IFactory {
    private final Desk desk;

    Verbs(Desk desk) {
        this.desk = desk;
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            if (constructor.getParameterCount() == 1 && constructor.getParameterTypes()[0] == Desk.class) {
                return type.cast(constructor.newInstance(desk));
            }
        }
        return CommandLine.defaultFactory().create(type);
    }
}
