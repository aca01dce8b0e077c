package org.blockspin.figures.internal.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureTest {
    private static String added(String svg) {
        Html html = new Html();
        assertThat(Picture.addSvg(html, svg.getBytes(StandardCharsets.UTF_8), "a <picture>"))
                .isTrue();
        return html.toString();
    }

    @Test
    void shapesAndTextsBecomePartOfThePage() {
        assertThat(added(MadeUpRun.svg("<!-- note --><g fill=\"#000\"><text x=\"1\">a&lt;b</text></g>")))
                .isEqualTo("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-label=\"a &lt;picture&gt;\""
                        + " width=\"10\" height=\"10\">\n<g fill=\"#000\">\n<text x=\"1\">a&lt;b</text></g></svg>");
    }

    @Test
    void itsOwnDescriptionGivesWay() {
        assertThat(added("<svg xmlns='http://www.w3.org/2000/svg' role='none' aria-label='own'/>"))
                .contains("aria-label=\"a &lt;picture&gt;\"")
                .doesNotContain("own", "none");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<style>* {}</style>",
                "<script>alert(1)</script>",
                "<path id=\"a\"/>",
                "<path class=\"a\"/>",
                "<path onclick=\"alert(1)\"/>",
                "<path clip-path=\"url(#a)\"/>",
                "<image width=\"1\"/>",
                "<a><path/></a>",
                "<foreignObject><p xmlns=\"http://www.w3.org/1999/xhtml\"/></foreignObject>",
                "<p xmlns=\"http://www.w3.org/1999/xhtml\"/>",
                "<g xmlns:x=\"http://www.w3.org/1999/xlink\" x:href=\"#a\"/>"
            })
    void whatCouldMeetThePageStandsApart(String content) {
        assertThat(added(MadeUpRun.svg(content)))
                .startsWith("<img alt=\"a &lt;picture&gt;\" src=\"data:image/svg+xml;base64,");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<svg", "<svg/>", "<html xmlns=\"http://www.w3.org/2000/svg\"/>", "no XML"})
    void whatIsNoSvgIsRefused(String content) {
        Html html = new Html();
        assertThat(Picture.addSvg(html, content.getBytes(StandardCharsets.UTF_8), ""))
                .isFalse();
        assertThat(html.isEmpty()).isTrue();
    }

    @Test
    void entitiesOfADocumentTypeAreNotRead() {
        String svg = "<!DOCTYPE svg [<!ENTITY secret SYSTEM \"file:///etc/hostname\">]>"
                + "<svg xmlns=\"http://www.w3.org/2000/svg\"><text>&secret;</text></svg>";
        Html html = new Html();
        boolean added = Picture.addSvg(html, svg.getBytes(StandardCharsets.UTF_8), "");
        assertThat(!added || html.toString().startsWith("<img")).isTrue();
    }
}
