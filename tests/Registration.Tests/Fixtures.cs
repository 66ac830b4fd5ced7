using PilotRegistry.Contracts;
using PilotRegistry.EventStore;
using PilotRegistry.Testing;

namespace PilotRegistry.Registration;

/// <summary>The park that these tests are about, what its application says, and what can have happened to it.</summary>
internal static class Fixtures
{
    public const string Batch = "2026-1";

    public static readonly Guid Park = Persona.Named(101);
    public static readonly Guid List = Persona.Named(102);
    public static readonly ManagementBody Body = new(Persona.ParkBody);
    public static readonly ManagementBody OtherBody = new(Persona.OtherParkBody);

    public static readonly ParkFacts Facts = new(
        "演示零碳园区", Persona.Jiangsu, "盐城市", ParkScope.Partial, 2025, 2028, 33.2m, 120.47m, "新能源装备与材料型", Persona.ParkBody,
        "东至海堤，南至港区路，西至通榆河，北至纬一路", Boundary: null, 2025, [new(2025, 1.2m), new(2028, 0.2m)], Demo: true);

    public static readonly ApplicationStarted Started = new(Park, Facts);
    public static readonly ApplicationSubmitted Submitted = new(Park, Facts, Round: 1);
    /// <summary>Two key projects, as the table of an application has them.</summary>
    public static readonly KeyProject Wind = new(1, "绿电直连", "演示新能源公司", "建设直连线路 20 公里", 18_000m, 2025, 2026, "2025 年开工，2026 年投产", "新增直供绿电 3 亿千瓦时");
    public static readonly KeyProject Storage = new(2, "共享储能", "演示储能公司", "建设 100 兆瓦时储能", 9_500.5m, 2026, 2027, "2026 年开工", "提高小时匹配率");
    public static readonly KeyProjectsWritten Projects = new([Wind, Storage]);
    public static readonly KeyProjectProgressed Building = new(Park, 1, Wind.Name, ProjectState.UnderConstruction, 6_000m, new(2026, 3, 31), Note: null);

    public static readonly ApplicationReturned Returned = new(Park, "请补充近三年能源消费。");
    public static readonly ApplicationRecommended Recommended = new(Park, Batch, "同意推荐。");
    public static readonly ApplicationRefused Refused = new(Park, "province", "四至不清。");
    public static readonly ApplicationListed Listed = new(List, Batch);
    public static readonly Explanation Because = new("理由充分。");

    /// <summary>All six chapters of the outline.</summary>
    public static readonly IReadOnlyList<DomainEvent> Chapters = [.. Enum.GetValues<Chapter>().Select(c => new ChapterWritten(c, $"第{(int)c + 1}章"))];

    /// <summary>A request body that is right in every field.</summary>
    public static Dictionary<string, object?> Request(string name = "演示零碳园区", string province = Persona.Jiangsu) => new()
    {
        ["name"] = name,
        ["province"] = province,
        ["city"] = "盐城市",
        ["scope"] = "partial",
        ["constructionStart"] = 2025,
        ["constructionEnd"] = 2028,
        ["latitude"] = "33.2",
        ["longitude"] = 120.47,
        ["industryGroup"] = "新能源装备与材料型",
        ["fourBounds"] = "东至海堤，南至港区路，西至通榆河，北至纬一路",
        ["targets"] = new[] { new { year = 2025, core = "1.2" }, new { year = 2028, core = "0.2" } },
        ["demo"] = true,
    };
}
