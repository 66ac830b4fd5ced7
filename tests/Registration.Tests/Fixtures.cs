using PilotRegistry.Contracts;
using PilotRegistry.Testing;

namespace PilotRegistry.Registration;

/// <summary>The park that these tests are about, and what its application says.</summary>
internal static class Fixtures
{
    public static readonly Guid Park = Persona.Named(101);
    public static readonly ManagementBody Body = new(Persona.ParkBody);
    public static readonly ManagementBody OtherBody = new(Persona.OtherParkBody);

    public static readonly ParkFacts Facts = new(
        "演示零碳园区", Persona.Jiangsu, "盐城市", ParkScope.Partial, 2025, 2028, 33.2m, 120.47m, "新能源装备与材料型", Persona.ParkBody,
        "东至海堤，南至港区路，西至通榆河，北至纬一路", Boundary: null, 2025, [new(2025, 1.2m), new(2028, 0.2m)], Demo: true);

    /// <summary>A request body that is right in every field.</summary>
    public static Dictionary<string, object?> Request(string name = "演示零碳园区") => new()
    {
        ["name"] = name, ["province"] = Persona.Jiangsu, ["city"] = "盐城市", ["scope"] = "partial", ["constructionStart"] = 2025,
        ["constructionEnd"] = 2028, ["latitude"] = "33.2", ["longitude"] = 120.47, ["industryGroup"] = "新能源装备与材料型",
        ["fourBounds"] = "东至海堤，南至港区路，西至通榆河，北至纬一路",
        ["targets"] = new[] { new { year = 2025, core = "1.2" }, new { year = 2028, core = "0.2" } }, ["demo"] = true,
    };
}
