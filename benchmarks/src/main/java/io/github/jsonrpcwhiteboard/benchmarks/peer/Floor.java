package io.github.jsonrpcwhiteboard.benchmarks.peer;

import java.io.IOException;
import java.io.OutputStream;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;

import io.github.jsonrpcwhiteboard.benchmarks.call.Subject;
import io.github.jsonrpcwhiteboard.benchmarks.service.Page;
import io.github.jsonrpcwhiteboard.benchmarks.service.Wiki;
import io.github.jsonrpcwhiteboard.benchmarks.service.WikiService;

/** What one would write by hand: for these methods and nothing else, without limits, checks or errors. */
final class Floor implements Peer {

    private static final SerializableString VERSION = new SerializedString("jsonrpc");
    private static final SerializableString RESULT = new SerializedString("result");
    private static final SerializableString ID = new SerializedString("id");

    private final JsonFactory json = new JsonFactory();
    private final Wiki service = new WikiService();

    @Override
    public boolean knows(Subject subject) {
        return true;
    }

    @Override
    public void answer(Subject subject, byte[] body, OutputStream out) throws IOException {
        try (JsonParser in = json.createParser(body); JsonGenerator to = json.createGenerator(out)) {
            switch (subject) {
                case LIGHT -> {
                    in.nextToken();
                    to.writeString((String) result("greet", in));
                }
                case BATCH -> {
                    in.nextToken();
                    to.writeStartArray();
                    while (in.nextToken() != JsonToken.END_ARRAY) {
                        request(in, to);
                    }
                    to.writeEndArray();
                }
                default -> {
                    in.nextToken();
                    request(in, to);
                }
            }
        }
    }

    /** The members in the order that is usual. */
    private void request(JsonParser in, JsonGenerator to) throws IOException {
        String method = null;
        Object result = null;
        long id = 0;
        for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
            switch (name) {
                case "method" -> method = in.nextTextValue();
                case "params" -> {
                    in.nextToken();
                    result = result(method, in);
                }
                case "id" -> id = in.nextLongValue(0);
                default -> in.nextToken();
            }
        }
        to.writeStartObject();
        to.writeFieldName(VERSION);
        to.writeString("2.0");
        to.writeFieldName(RESULT);
        if (result instanceof String text) {
            to.writeString(text);
        } else if (result instanceof Page page) {
            write(page, to);
        } else {
            to.writeNumber((Integer) result);
        }
        to.writeFieldName(ID);
        to.writeNumber(id);
        to.writeEndObject();
    }

    private Object result(String method, JsonParser in) throws IOException {
        return switch (method) {
            case "greet" -> greet(in);
            case "find" -> {
                Object found = in.nextToken() == JsonToken.VALUE_STRING ? service.find(in.getText())
                        : service.find(in.getLongValue());
                in.nextToken();
                yield found;
            }
            case "store" -> {
                in.nextToken();
                Object stored = service.store(page(in));
                in.nextToken();
                yield stored;
            }
            default -> {
                Object loaded = service.load(in.nextLongValue(0));
                in.nextToken();
                yield loaded;
            }
        };
    }

    private String greet(JsonParser in) throws IOException {
        String who = null;
        int age = 0;
        if (in.currentToken() == JsonToken.START_ARRAY) {
            who = in.nextTextValue();
            age = in.nextIntValue(0);
            in.nextToken();
        } else {
            for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
                if ("name".equals(name)) {
                    who = in.nextTextValue();
                } else {
                    age = in.nextIntValue(0);
                }
            }
        }
        return service.greet(who, age);
    }

    private static Page page(JsonParser in) throws IOException {
        Page page = new Page();
        for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
            switch (name) {
                case "id" -> page.setId(in.nextLongValue(0));
                case "space" -> page.setSpace(in.nextTextValue());
                case "title" -> page.setTitle(in.nextTextValue());
                default -> page.setContent(in.nextTextValue());
            }
        }
        return page;
    }

    private static void write(Page page, JsonGenerator to) throws IOException {
        to.writeStartObject();
        to.writeNumberField("id", page.getId());
        to.writeStringField("space", page.getSpace());
        to.writeStringField("title", page.getTitle());
        to.writeStringField("content", page.getContent());
        to.writeEndObject();
    }
}
