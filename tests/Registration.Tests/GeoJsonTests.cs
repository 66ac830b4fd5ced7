using System.Text.Json;

namespace PilotRegistry.Registration;

public sealed class GeoJsonTests
{
    [Theory]
    [InlineData("""{ "type": "Polygon", "coordinates": [[[120, 33], [121, 33], [121, 34], [120, 33]]] }""")]
    [InlineData("""{ "type": "Polygon", "coordinates": [[[120, 33, 4.5], [121, 33, 4], [121, 34, -2], [120, 33, 4.5]]] }""")]
    [InlineData("""{ "type": "MultiPolygon", "coordinates": [[[[120, 33], [121, 33], [121, 34], [120, 33]]], [[[10, 3], [11, 3], [11, 4], [10, 3]]]] }""")]
    public void Closed_rings_enclose_an_area(string geometry) => Assert.True(IsArea(geometry));

    [Theory]
    [InlineData("\"here\"")]
    [InlineData("""{ "type": "Point", "coordinates": [120, 33] }""")]
    [InlineData("""{ "type": "Polygon", "coordinates": [] }""")]
    [InlineData("""{ "type": "Polygon", "coordinates": [[[120, 33], [121, 33], [120, 33]]] }""")]
    [InlineData("""{ "type": "Polygon", "coordinates": [[[120, 33], [121, 33], [121, 34], [120, 34]]] }""")]
    [InlineData("""{ "type": "Polygon", "coordinates": [[[120, 93], [121, 93], [121, 94], [120, 93]]] }""")]
    [InlineData("""{ "type": "Polygon", "coordinates": [[[120, 33, 1e400], [121, 33], [121, 34], [120, 33, 1e400]]] }""")]
    [InlineData("""{ "type": "Polygon", "coordinates": [[["120", 33], [121, 33], [121, 34], ["120", 33]]] }""")]
    [InlineData("""{ "type": "Polygon", "coordinates": [[[120, 33], [121, 33], [121, 34], [120, 33]]], "owner": "me" }""")]
    [InlineData("""{ "type": "Polygon" }""")]
    public void Anything_else_does_not(string geometry) => Assert.False(IsArea(geometry));

    [Fact]
    public void A_survey_is_not_a_boundary()
    {
        var ring = string.Join(", ", Enumerable.Range(0, 20_000).Select(n => $"[120.{n}, 33.5]").Append("[120.0, 33.5]"));
        Assert.False(IsArea($$"""{ "type": "Polygon", "coordinates": [[{{ring}}]] }"""));
    }

    private static bool IsArea(string geometry) => GeoJson.IsArea(JsonElement.Parse(geometry), mostCharacters: 200_000);
}
