using System.Text.Json;
using PilotRegistry.Methodology;

namespace PilotRegistry.Registration;

/// <summary>Just enough of RFC 7946 to know that a boundary encloses something.</summary>
public static class GeoJson
{
    public static bool IsArea(JsonElement geometry, int mostCharacters)
    {
        if (geometry.ValueKind != JsonValueKind.Object || geometry.GetRawText().Length > mostCharacters || geometry.GetPropertyCount() != 2
            || !geometry.TryGetProperty("type", out var type) || type.ValueKind != JsonValueKind.String
            || !geometry.TryGetProperty("coordinates", out var coordinates))
        {
            return false;
        }

        return PlainText.Read(type.GetString) switch
        {
            "Polygon" => IsPolygon(coordinates),
            "MultiPolygon" => IsListOf(coordinates, IsPolygon),
            _ => false
        };
    }

    private static bool IsPolygon(JsonElement rings) => IsListOf(rings, IsRing);

    /// <summary>At least four positions, the first equal to the last (RFC 7946 §3.1.6).</summary>
    private static bool IsRing(JsonElement ring) =>
        IsListOf(ring, IsPosition) && ring.GetArrayLength() >= 4 && JsonElement.DeepEquals(ring[0], ring[ring.GetArrayLength() - 1]);

    /// <summary>Longitude, latitude and perhaps a height in metres.</summary>
    private static bool IsPosition(JsonElement position) =>
        position.ValueKind == JsonValueKind.Array && position.GetArrayLength() is 2 or 3
        && IsWithin(position[0], 180) && IsWithin(position[1], 90) && (position.GetArrayLength() == 2 || IsWithin(position[2], 9000));

    private static bool IsWithin(JsonElement number, double limit) =>
        number.ValueKind == JsonValueKind.Number && number.TryGetDouble(out var value) && Math.Abs(value) <= limit;

    private static bool IsListOf(JsonElement list, Func<JsonElement, bool> fits) =>
        list.ValueKind == JsonValueKind.Array && list.GetArrayLength() > 0 && list.EnumerateArray().All(fits);
}
