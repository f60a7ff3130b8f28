package io.github.jsonrpcwhiteboard.example.confluence.internal.markup;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.mylyn.wikitext.parser.Attributes;
import org.eclipse.mylyn.wikitext.parser.DocumentBuilder.BlockType;
import org.eclipse.mylyn.wikitext.parser.markup.Block;

/** The place of a table of contents, anywhere in a line: an empty block of the class {@link #MARK}. */
final class ContentsBlock extends Block {

    static final String MARK = "toc";

    private static final Pattern MACRO = Pattern.compile("\\s*\\{toc(?::[^}]*)?\\}\\s*");

    @Override
    public boolean canStart(String line, int lineOffset) {
        return matcher(line, lineOffset).lookingAt();
    }

    @Override
    protected int processLineContent(String line, int offset) {
        Attributes attributes = new Attributes();
        attributes.setCssClass(MARK);
        builder.beginBlock(BlockType.DIV, attributes);
        builder.endBlock();
        setClosed(true);
        Matcher macro = matcher(line, offset);
        return macro.lookingAt() && macro.end() < line.length() ? macro.end() : -1;
    }

    private static Matcher matcher(String line, int offset) {
        return MACRO.matcher(line).region(offset, line.length());
    }
}
