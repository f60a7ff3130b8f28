package io.github.jsonrpcwhiteboard.runtime.dto;

import org.osgi.dto.DTO;

/** How often a method was answered with an error. */
public class ErrorCountDTO extends DTO {

    /** The error's code; 0 for all codes after the first 32 that a service chose. */
    public int code;

    /** How often. */
    public long count;
}
