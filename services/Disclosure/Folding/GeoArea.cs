using System.Text.Json;

namespace PilotRegistry.Disclosure.Folding;

/// <summary>
/// The area that a GeoJSON Polygon or MultiPolygon encloses on the ellipsoid WGS 84. Its sides are straight in longitude and latitude, as
/// RFC 7946 (3.1.1) has them, and the area between such a side and the equator is the integral of the equal-area function q along
/// it: Snyder, Map Projections, USGS Professional Paper 1395 (1987), formula 3-12. No plane and no sphere stands in for the ellipsoid.
/// </summary>
public static class GeoArea
{
    /// <summary>Semi-major axis, km, and flattening of WGS 84.</summary>
    private const double Axis = 6378.137;

    private const double Flattening = 1 / 298.257223563;

    private const double Degree = Math.PI / 180;

    private static readonly double Eccentricity = Math.Sqrt(Flattening * (2 - Flattening));

    /// <summary>Gauss and Legendre's five points and weights on the half interval: exact far below a square metre for sides of many kilometres.</summary>
    private static readonly (double At, double Weight)[] Points =
    [
        (0, 128 / 225.0), (0.5384693101056831, 0.47862867049936647), (-0.5384693101056831, 0.47862867049936647),
        (0.906179845938664, 0.23692688505618908), (-0.906179845938664, 0.23692688505618908),
    ];

    /// <summary>In km², to four decimals; null for what encloses nothing.</summary>
    public static decimal? Km2(JsonElement geometry) => geometry.GetProperty("type").GetString() switch
    {
        "Polygon" => Round(Polygon(geometry.GetProperty("coordinates"))),
        "MultiPolygon" => Round(geometry.GetProperty("coordinates").EnumerateArray().Sum(Polygon)),
        _ => null,
    };

    private static decimal Round(double km2) => Math.Round((decimal)km2, 4);

    /// <summary>The outer ring without its holes, whichever way round they are drawn.</summary>
    private static double Polygon(JsonElement rings)
    {
        var areas = rings.EnumerateArray().Select(ring => Math.Abs(Ring(ring))).ToArray();
        return areas[0] - areas.Skip(1).Sum();
    }

    private static double Ring(JsonElement ring)
    {
        var at = ring.EnumerateArray().Select(p => (Longitude: p[0].GetDouble() * Degree, Latitude: p[1].GetDouble() * Degree)).ToArray();
        return at.Zip(at.Skip(1)).Sum(side => (side.Second.Longitude - side.First.Longitude) * Mean(side.First.Latitude, side.Second.Latitude));
    }

    /// <summary>The mean, along a side, of the area to the equator per radian of longitude.</summary>
    private static double Mean(double from, double to) =>
        Points.Sum(point => point.Weight * ToEquator((from + to + (point.At * (to - from))) / 2)) / 2;

    /// <summary>km² between the equator and a latitude, per radian of longitude.</summary>
    private static double ToEquator(double latitude)
    {
        var (e, sine) = (Eccentricity, Math.Sin(latitude));
        var q = (1 - (e * e)) * ((sine / (1 - (e * e * sine * sine))) - (Math.Log((1 - (e * sine)) / (1 + (e * sine))) / (2 * e)));
        return Axis * Axis * q / 2;
    }
}
