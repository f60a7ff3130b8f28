package io.github.jsonrpcwhiteboard.itest;

import static org.ops4j.pax.exam.CoreOptions.options;

import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;

/** The same page in a Web Console of {@code javax.servlet}. */
public class WebConsole4IT extends WebConsoleIT {

    @Override
    @Configuration
    public Option[] container() {
        return options(Containers.host(Containers.BOTH), Containers.webConsole4(), Containers.whiteboard(),
                Containers.operations());
    }
}
