package city.c3po.testing.house;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles the good and bad classes that the rules are tried on, so that they stand in the test that uses them. */
final class Sources {
    private static final Pattern TYPE = Pattern.compile("\\b(?:class|enum|interface|record) (\\w+)");

    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();
    /** Shared, because it remembers what is in the jars of the class path. */
    private static final StandardJavaFileManager FILES = COMPILER.getStandardFileManager(null, null, null);

    private Sources() {}

    static JavaClasses compile(Path folder, String... sources) {
        var complaints = new StringWriter();
        var options = List.of("-d", folder.toString(), "-proc:none", "-cp", System.getProperty("java.class.path"));
        var units = Stream.of(sources).map(Source::new).toList();
        if (!COMPILER.getTask(complaints, FILES, null, options, null, units).call()) {
            throw new IllegalArgumentException(complaints.toString());
        }
        return new ClassFileImporter().importPath(folder);
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String text) {
            super(URI.create("string:///" + nameIn(text) + ".java"), JavaFileObject.Kind.SOURCE);
            this.text = text;
        }

        private static String nameIn(String text) {
            var type = TYPE.matcher(text);
            return type.find() ? type.group(1) : "package-info";
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
