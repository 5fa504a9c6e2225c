/// A drawing surface that writes PNG, so that sample passes have real images and no file is shipped for them.
struct PNGCanvas {
    /// A colour with eight bits a channel.
    struct Color: Hashable {
        var red: UInt8
        var green: UInt8
        var blue: UInt8

        init(_ red: UInt8, _ green: UInt8, _ blue: UInt8) {
            self.red = red
            self.green = green
            self.blue = blue
        }

        /// The colour the given part of the way to another one.
        func mixed(with other: Color, _ part: Double) -> Color {
            func mix(_ from: UInt8, _ to: UInt8) -> UInt8 {
                UInt8(max(0, min(255, Double(from) + (Double(to) - Double(from)) * part)))
            }
            return Color(mix(red, other.red), mix(green, other.green), mix(blue, other.blue))
        }
    }

    let width: Int
    let height: Int
    private var pixels: [Color]

    init(width: Int, height: Int, _ background: Color) {
        self.width = width
        self.height = height
        self.pixels = Array(repeating: background, count: width * height)
    }

    /// Fills the canvas from top to bottom with one colour turning into another.
    mutating func fillGradient(from top: Color, to bottom: Color) {
        for y in 0..<height {
            let color = top.mixed(with: bottom, Double(y) / Double(max(1, height - 1)))
            for x in 0..<width { pixels[y * width + x] = color }
        }
    }

    /// Fills a circle; coordinates and radius are parts of the canvas's width and height.
    mutating func fillCircle(x centerX: Double, y centerY: Double, radius: Double, _ color: Color) {
        let reach = radius * Double(min(width, height))
        for y in 0..<height {
            for x in 0..<width {
                let distanceX = Double(x) + 0.5 - centerX * Double(width)
                let distanceY = Double(y) + 0.5 - centerY * Double(height)
                if distanceX * distanceX + distanceY * distanceY <= reach * reach { pixels[y * width + x] = color }
            }
        }
    }

    /// Fills upright bars, evenly spread, that leave gaps of their own width.
    mutating func fillBars(_ count: Int, _ color: Color) {
        for x in 0..<width where (x * count * 2 / width) % 2 == 1 {
            for y in (height / 4)..<(height * 3 / 4) { pixels[y * width + x] = color }
        }
    }

    /// The rows as PNG wants them before compression: a filter byte, then three bytes a pixel.
    var scanlines: [UInt8] {
        var rows: [UInt8] = []
        rows.reserveCapacity(height * (width * 3 + 1))
        for y in 0..<height {
            rows.append(0)
            for pixel in pixels[(y * width)..<((y + 1) * width)] {
                rows.append(pixel.red)
                rows.append(pixel.green)
                rows.append(pixel.blue)
            }
        }
        return rows
    }
}
