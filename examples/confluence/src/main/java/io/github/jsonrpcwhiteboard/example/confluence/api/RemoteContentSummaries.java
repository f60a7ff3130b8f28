package io.github.jsonrpcwhiteboard.example.confluence.api;

/** A section of a list. */
public class RemoteContentSummaries {

    private final int totalAvailable;
    private final int offset;
    private final RemoteContentSummary[] content;

    public RemoteContentSummaries(int totalAvailable, int offset, RemoteContentSummary[] content) {
        this.totalAvailable = totalAvailable;
        this.offset = offset;
        this.content = content;
    }

    public int getTotalAvailable() {
        return totalAvailable;
    }

    public int getOffset() {
        return offset;
    }

    public RemoteContentSummary[] getContent() {
        return content;
    }
}
