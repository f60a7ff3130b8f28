package io.github.jsonrpcwhiteboard.launcher;

import picocli.CommandLine.IVersionProvider;

/** The version of the jar. */
final class BuildVersion implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = Main.class.getPackage().getImplementationVersion();
        return new String[] {"felix-launcher " + (version == null ? "(not packaged)" : version)};
    }
}
