package dev.roster.routes;

import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.representer.Representer;

/** What a route file says, however it is laid out: comments and blanks are no part of it. */
final class RouteContent {

    private RouteContent() {}

    /** The same text for the same content; a file that cannot be read is what it is. */
    static String of(String text) {
        try {
            DumperOptions options = new DumperOptions();
            Object content = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
            return new Yaml(new Representer(options), options).dump(content);
        } catch (YAMLException e) {
            return text;
        }
    }
}
