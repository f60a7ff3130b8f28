package io.github.jsonrpcwhiteboard.internal.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.jsonrpcwhiteboard.internal.binding.MethodTable;

/** What is read without Jackson, and that Jackson would read it alike. */
class PlainReaderTest {

    private static final MethodTable METHODS = LocalTarget.table(Plain.class, false);

    /** What is called. */
    public interface Plain {

        void none();

        void text(String text);

        void numbers(int small, long large, Integer boxed, Long boxedLarge);

        void truth(boolean primitive, Boolean boxed);

        void fractions(double fraction, Double boxed);

        void other(float fraction, Object any);

        void find(long id);

        void find(String title);

        void find(boolean all);

        void find(double about);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{'jsonrpc':'2.0','method':'none'}",
        "{'jsonrpc':'2.0','method':'none','params':[],'id':1}",
        "{'jsonrpc':'2.0','method':'none','params':{},'id':null}",
        "{'id':'a-1','jsonrpc':'2.0','method':'unknown'}",
        " \n{\t'jsonrpc' : '2.0' , 'id' : -12 , 'method' : 'text' , 'params' : [ 'Grüße 😀' ] } \r\n",
        "{'jsonrpc':'2.0','method':'text','params':{'text':''},'id':123456789012345678}",
        "{'jsonrpc':'2.0','method':'text','params':[null],'id':0}",
        "{'jsonrpc':'2.0','method':'numbers','params':[-2147483648,999999999999999999,7,-1],'id':1}",
        "{'jsonrpc':'2.0','method':'numbers','params':{'boxed':0,'small':1,'boxedLarge':2,'large':3},'id':1}",
        "{'jsonrpc':'2.0','method':'truth','params':[true,false],'id':1}",
        "{'jsonrpc':'2.0','method':'text','params':['a\\nb\\\\\\/\\t\\r\\b\\f\\'ä\\n'],'id':1}",
        "{'jsonrpc':'2.0','method':'fractions','params':[-0.0,1.5e-300],'id':1}",
        "{'jsonrpc':'2.0','method':'fractions','params':[1E+2,null],'id':1}",
        "{'jsonrpc':'2.0','method':'fractions','params':[999999999999999999,-7],'id':1}",
        "{'jsonrpc':'2.0','method':'fractions','params':[0.1,123456789012345678.12345678],'id':1}",
        "{'jsonrpc':'2.0','method':'find','params':[42],'id':1}",
        "{'jsonrpc':'2.0','method':'find','params':[4.2],'id':1}",
        "{'jsonrpc':'2.0','method':'find','params':['42'],'id':1}",
        "{'jsonrpc':'2.0','method':'find','params':[true],'id':1}",
        "{'jsonrpc':'2.0','method':'find','params':[null],'id':1}",
        "{'jsonrpc':'2.0','method':'find(id)','params':[42],'id':1}",
        "[{'jsonrpc':'2.0','method':'none'},{'jsonrpc':'2.0','method':'text','params':['x'],'id':2}]"})
    void plain(String body) {
        byte[] bytes = bytes(body);
        assertNotNull(new PlainReader(PlainAgreement.limits(Map.of()), METHODS, bytes).heavy());
        PlainAgreement.check(METHODS, bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", " ", "{", "{}", "[]", "[", "7", "null",
        "{'jsonrpc':'2.0','method':'none'} {}",
        "{'jsonrpc':'2.0','method':'none',}",
        "{'jsonrpc':'2.0','method':'none','jsonrpc':'2.0'}",
        "{'jsonrpc':'2.0','method':'none','method':'none'}",
        "{'jsonrpc':'2.0','method':'none','id':1,'id':1}",
        "{'jsonrpc':'2.0','method':'none','params':[],'params':[]}",
        "{'jsonrpc':'2.0','method':'none','params':null}",
        "{'jsonrpc':'2.0','method':'none','other':1}",
        "{'jsonrpc':'2.0','params':[],'method':'none'}",
        "{'jsonrpc':2.0,'method':'none'}",
        "{'jsonrpc':'1.0','method':'none'}",
        "{'method':'none','id':1}",
        "{'jsonrpc':'2.0','method':null}",
        "{'jsonrpc':'2.0','method':'no\\u006ee'}",
        "{'jsonrpc':'2.0','method':'none','id':1.0}",
        "{'jsonrpc':'2.0','method':'none','id':1e2}",
        "{'jsonrpc':'2.0','method':'none','id':-0}",
        "{'jsonrpc':'2.0','method':'none','id':01}",
        "{'jsonrpc':'2.0','method':'none','id':-}",
        "{'jsonrpc':'2.0','method':'none','id':true}",
        "{'jsonrpc':'2.0','method':'none','id':'a\\n'}",
        "{'jsonrpc':'2.0','method':'none','id':1234567890123456789}",
        "{'jsonrpc':'2.0','method':'none','params':[1],'id':1}",
        "{'jsonrpc':'2.0','method':'text','params':[],'id':1}",
        "{'jsonrpc':'2.0','method':'text','params':['a\nb'],'id':1}",
        "{'jsonrpc':'2.0','method':'text','params':['a\\u0020b'],'id':1}",
        "{'jsonrpc':'2.0','method':'text','params':['a\\nb€'],'id':1}",
        "{'jsonrpc':'2.0','method':'text','params':['a\\x'],'id':1}",
        "{'jsonrpc':'2.0','method':'text','params':['a\\",
        "{'jsonrpc':'2.0','method':'text','par\\u0061ms':['a'],'id':1}",
        "{'jsonrpc':'2.0','method':'text','params':['a'",
        "{'jsonrpc':'2.0','method':'text','params':['a",
        "{'jsonrpc':'2.0','method':'text','params':['a',],'id':1}",
        "{'jsonrpc':'2.0','method':'text','params':[nul],'id':1}",
        "{'jsonrpc':'2.0','method':'text','params':[1],'id':1}",
        "{'jsonrpc':'2.0','method':'text','params':{'text':'a','text':'b'},'id':1}",
        "{'jsonrpc':'2.0','method':'text','params':{'other':'a'},'id':1}",
        "{'jsonrpc':'2.0','method':'unknown','params':[1],'id':1}",
        "{'jsonrpc':'2.0','method':'numbers','params':[2147483648,0,0,0],'id':1}",
        "{'jsonrpc':'2.0','method':'numbers','params':[null,0,0,0],'id':1}",
        "{'jsonrpc':'2.0','method':'numbers','params':['1',0,0,0],'id':1}",
        "{'jsonrpc':'2.0','method':'numbers','params':[-0,0,0,0],'id':1}",
        "{'jsonrpc':'2.0','method':'truth','params':[truex,false],'id':1}",
        "{'jsonrpc':'2.0','method':'truth','params':[1,0],'id':1}",
        "{'jsonrpc':'2.0','method':'other','params':[1.5,0],'id':1}",
        "{'jsonrpc':'2.0','method':'fractions','params':[1e999,0],'id':1}",
        "{'jsonrpc':'2.0','method':'fractions','params':[1.,0],'id':1}",
        "{'jsonrpc':'2.0','method':'fractions','params':[1.e2,0],'id':1}",
        "{'jsonrpc':'2.0','method':'fractions','params':[1e,0],'id':1}",
        "{'jsonrpc':'2.0','method':'fractions','params':[1e+,0],'id':1}",
        "{'jsonrpc':'2.0','method':'fractions','params':[1.5.5,0],'id':1}",
        "{'jsonrpc':'2.0','method':'fractions','params':[.5,0],'id':1}",
        "{'jsonrpc':'2.0','method':'fractions','params':[-0,0],'id':1}",
        "{'jsonrpc':'2.0','method':'fractions','params':[0.1234567890123456789012345678901,0],'id':1}",
        "{'jsonrpc':'2.0','method':'fractions','params':['1.5',0],'id':1}",
        "{'jsonrpc':'2.0','method':'find','params':{'id':42},'id':1}"})
    void notPlain(String body) {
        assertNull(new PlainReader(PlainAgreement.limits(Map.of()), METHODS, bytes(body)).heavy());
    }

    @Test
    void light() {
        assertNotNull(new PlainReader(PlainAgreement.limits(Map.of()), METHODS, bytes("['a']")).light("text"));
        assertNull(new PlainReader(PlainAgreement.limits(Map.of()), METHODS, bytes("['a'] 1")).light("text"));
        assertNull(new PlainReader(PlainAgreement.limits(Map.of()), METHODS, bytes("")).light("none"));
    }

    /** Over a limit it is for Jackson to say which. */
    @ParameterizedTest
    @ValueSource(strings = {"string.limit", "nesting.limit", "number.limit", "names.limit", "id.limit", "batch.limit"})
    void limits(String limit) {
        byte[] body = bytes("[{'jsonrpc':'2.0','method':'text','params':{'text':'a'},'id':'abc'},"
                + "{'jsonrpc':'2.0','method':'none'},{'jsonrpc':'2.0','method':'none'}]");
        assertNotNull(new PlainReader(PlainAgreement.limits(Map.of()), METHODS, body).heavy());
        assertNull(new PlainReader(PlainAgreement.limits(Map.of(limit, 2)), METHODS, body).heavy());
    }

    /** Plain bodies with one byte changed, left out or put in. */
    @Test
    void whateverIsReadIsReadAlike() {
        byte[] body = bytes("[{'jsonrpc':'2.0','method':'numbers','params':[1,-20,0,null],'id':10},"
                + "{'jsonrpc':'2.0','method':'fractions','params':[-1.5e-3,20],'id':11},"
                + "{'id':'x', 'jsonrpc':'2.0','method':'truth','params':{'primitive':true,'boxed':false}},"
                + "{'jsonrpc':'2.0','method':'find','params':['ä\\n'],'id':null}]");
        byte[] bytes = bytes("'{}[],:.+-0123456789eEtfn\\ \n\t\u0001xüidparsmethodjsonrpc");
        Random random = new Random(1);
        int read = 0;
        for (int i = 0; i < 200_000; i++) {
            byte[] changed = change(body, random, bytes);
            read += PlainAgreement.check(METHODS, changed) ? 1 : 0;
        }
        assertTrue(read > 1000, "of 200,000 bodies only " + read + " were read");
        assertEquals(4, new PlainReader(PlainAgreement.limits(Map.of()), METHODS, body).heavy().list().size());
    }

    private static byte[] change(byte[] body, Random random, byte[] bytes) {
        int at = random.nextInt(body.length);
        int kind = random.nextInt(3);
        byte[] changed = new byte[body.length + kind - 1];
        System.arraycopy(body, 0, changed, 0, at);
        int rest = body.length - at - 1;
        System.arraycopy(body, body.length - rest, changed, changed.length - rest, rest);
        for (int i = at; i < changed.length - rest; i++) {
            changed[i] = bytes[random.nextInt(bytes.length)];
        }
        return changed;
    }

    private static byte[] bytes(String body) {
        return body.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }
}
