package io.github.jsonrpcwhiteboard.runtime.dto;

import org.osgi.dto.DTO;

/** How many calls took how long. */
public class DurationCountDTO extends DTO {

    /** The most that these calls took, in milliseconds; {@link Long#MAX_VALUE} for all that took longer. */
    public long upTo;

    /** How many calls took no longer than that, and longer than what the count before stands for. */
    public long count;
}
