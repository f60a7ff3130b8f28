package io.github.jsonrpcwhiteboard.internal.binding;

import java.io.Serial;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.io.ContentReference;
import com.fasterxml.jackson.core.io.IOContext;

/** Makes parsers for bodies that are in memory and known to be UTF-8. Safe for use by several threads. */
public final class BodyFactory extends JsonFactory {

    @Serial
    private static final long serialVersionUID = 1L;

    BodyFactory(JsonFactoryBuilder builder) {
        super(builder);
    }

    private BodyFactory(BodyFactory other) {
        super(other, null);
    }

    @Override
    public JsonFactory copy() {
        return new BodyFactory(this);
    }

    /**
     * A parser before the first token.
     *
     * @param body UTF-8
     * @param start where to begin
     * @param end where to end
     * @return the parser
     */
    public BodyParser open(byte[] body, int start, int end) {
        return parser(body, start, end, _createContext(ContentReference.unknown(), false));
    }

    @Override
    protected JsonParser _createParser(byte[] body, int start, int length, IOContext context) {
        return parser(body, start, start + length, context);
    }

    private BodyParser parser(byte[] body, int start, int end, IOContext context) {
        BodyParser parser = new BodyParser(context, _parserFeatures,
                _byteSymbolCanonicalizer.makeChildOrPlaceholder(_factoryFeatures), body, start, end);
        parser.setCodec(_objectCodec); // a plugin's deserializer may ask for it
        return parser;
    }
}
