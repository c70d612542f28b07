package org.tinkuy.requests;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.codec.http.DefaultHttpHeaders;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BrowsersQueryTests {

    @ParameterizedTest
    @CsvSource({
        "/?utm_campaign={{campaign.name}}, /?utm_campaign=%7B%7Bcampaign.name%7D%7D",
        "/a?utm_content=a|b, /a?utm_content=a%7Cb",
        "/?x=^y`, /?x=%5Ey%60",
        "/?q=100%, /?q=100%25",
        "/?q=100%&p=50%2, /?q=100%25&p=50%252",
        "/?q=%zz%u00e1, /?q=%25zz%25u00e1",
        "'/newsletter/unsubscribe/x?q=a\\b', /newsletter/unsubscribe/x?q=a%5Cb"
    })
    void isReadAsItWasTyped(String address, String read) {
        assertThat(BrowsersQuery.encoded(address)).isEqualTo(read);
        assertThat(PlainRequest.objectionTo(read, new DefaultHttpHeaders())).isNull();
    }

    /// A path leads somewhere, and programs can encode.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/a|b",
                "/%",
                "/api/seats?a=|",
                "*",
                "http://localhost/?a=|",
                "/?a[]=b%20%C3%AD+c",
                "/?a=\"<>",
                "/?a=%FF",
                "/?a=%00"
            })
    void everythingElseStaysAsItCame(String address) {
        assertThat(BrowsersQuery.encoded(address)).isEqualTo(address);
    }
}
