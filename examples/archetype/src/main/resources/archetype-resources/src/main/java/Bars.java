package ${package};

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.blockspin.api.Description;
import org.blockspin.api.Estimate;
import org.blockspin.api.Figure;
import org.blockspin.api.InvalidParameterException;
import org.blockspin.api.Kind;
import org.blockspin.api.Result;
import org.osgi.service.component.annotations.Component;

/** A figure: a bar for every value of one quantity, with its error in numbers. */
@Component
@Kind(name = "bars", description = "A bar for every value of one quantity.", parameters = Bars.Parameters.class)
public final class Bars implements Figure<Bars.Parameters> {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 30;

    public record Parameters(
            @Description("the quantity to show") String quantity) {}

    @Override
    public Drawing create(Parameters parameters, Available available) {
        if (!available.quantities().contains(parameters.quantity())) {
            throw InvalidParameterException.unknown("quantity", available.quantities(), parameters.quantity());
        }
        return (results, output) -> {
            List<Result> rows = results.stream()
                    .filter(result -> result.quantity().equals(parameters.quantity()))
                    .toList();
            output.write("csv", csv(rows).getBytes(StandardCharsets.UTF_8));
            output.write("svg", svg(rows).getBytes(StandardCharsets.UTF_8));
            output.write("png", png(rows));
        };
    }

    private static String csv(List<Result> rows) {
        StringBuilder text = new StringBuilder("ensemble,value,error\n");
        for (Result row : rows) {
            Estimate estimate = row.estimate();
            text.append(row.ensemble().orElse(""))
                    .append(",%s,%s\n".formatted(estimate.value(), estimate.standardError()));
        }
        return text.toString();
    }

    private static String svg(List<Result> rows) {
        StringBuilder text = new StringBuilder("<svg xmlns='http://www.w3.org/2000/svg' width='%d' height='%d'>\n"
                .formatted(WIDTH, rows.size() * HEIGHT));
        for (int i = 0; i < rows.size(); i++) {
            text.append("<rect y='%d' width='%d' height='%d' fill='lightsteelblue'/>\n"
                    .formatted(i * HEIGHT, length(rows, i), HEIGHT - 4));
            text.append("<text x='5' y='%d'>%s</text>\n".formatted(i * HEIGHT + 18, label(rows.get(i))));
        }
        return text.append("</svg>\n").toString();
    }

    private static byte[] png(List<Result> rows) throws IOException {
        BufferedImage image = new BufferedImage(WIDTH, Math.max(1, rows.size() * HEIGHT), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, WIDTH, image.getHeight());
        for (int i = 0; i < rows.size(); i++) {
            graphics.setColor(new Color(0xb0c4de));
            graphics.fillRect(0, i * HEIGHT, length(rows, i), HEIGHT - 4);
            graphics.setColor(Color.BLACK);
            graphics.drawString(label(rows.get(i)), 5, i * HEIGHT + 18);
        }
        graphics.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    /** The largest value fills the width. */
    private static int length(List<Result> rows, int i) {
        double largest =
                rows.stream().mapToDouble(row -> row.estimate().value()).max().orElse(1);
        return (int) Math.max(0, WIDTH * rows.get(i).estimate().value() / largest);
    }

    private static String label(Result row) {
        Estimate estimate = row.estimate();
        return String.format(
                Locale.ROOT, "%s: %.5f +- %.5f", row.ensemble().orElse(""), estimate.value(), estimate.standardError());
    }
}
