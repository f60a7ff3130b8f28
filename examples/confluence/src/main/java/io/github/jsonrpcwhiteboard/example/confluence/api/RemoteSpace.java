package io.github.jsonrpcwhiteboard.example.confluence.api;

/** A space. */
public class RemoteSpace extends RemoteSpaceSummary {

    private long homePage;
    private String description;
    private String spaceGroup;

    public long getHomePage() {
        return homePage;
    }

    public void setHomePage(long homePage) {
        this.homePage = homePage;
    }

    public String getDescription() {
        return description;
    }

    public void setDescription(String description) {
        this.description = description;
    }

    public String getSpaceGroup() {
        return spaceGroup;
    }

    public void setSpaceGroup(String spaceGroup) {
        this.spaceGroup = spaceGroup;
    }
}
