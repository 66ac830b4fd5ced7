using System.Net.Http.Json;
using PilotRegistry.Testing;

namespace PilotRegistry.Registration;

/// <summary>Applications with key projects, by the API alone.</summary>
internal static class KeyProjectFiling
{
    /// <summary>A line of the table that is right in every field.</summary>
    public static Dictionary<string, object?> Line(int number = 1, string name = "绿电直连") => new()
    {
        ["number"] = number,
        ["name"] = name,
        ["body"] = "演示新能源公司",
        ["content"] = "建设直连线路 20 公里",
        ["investmentWanYuan"] = "18000.5",
        ["fromYear"] = 2025,
        ["toYear"] = 2026,
        ["plan"] = "2025 年开工，2026 年投产",
        ["meaning"] = "新增直供绿电 3 亿千瓦时",
    };

    /// <summary>A report that is right in every field.</summary>
    public static Dictionary<string, object?> Report(string state = "underConstruction", string invested = "6000", string asOf = "2026-03-31", string? note = null) => new()
    {
        ["state"] = state,
        ["investedWanYuan"] = invested,
        ["asOf"] = asOf,
        ["note"] = note,
    };

    /// <summary>A park whose application named one key project, on the list.</summary>
    public static async Task<Filed> ListedAsync(this RegistrationService service)
    {
        var filed = await service.WrittenAsync();
        using var written = await service.As(Persona.OfPark).SendAsync(HttpMethod.Put, $"{filed.Path}/key-projects", new { projects = new[] { Line() } }, filed.Version);
        Assert.Equal("200", await written.VerdictAsync());
        Assert.Equal("200", await service.GiveAsync(Persona.OfPark, filed.Later(), "submission", body: null));
        Assert.Equal("200", await service.GiveAsync(Persona.OfProvince, filed.Later(2), "recommendation", new { batch = Fixtures.Batch, reasons = "同意推荐。" }));
        using var published = await service.As(Persona.National).PostAsJsonAsync("/lists", new
        {
            batch = Fixtures.Batch,
            document = "演示文号〔2026〕3号",
            publishedOn = "2026-06-30",
            source = "演示数据。",
            reasons = "评审通过。",
            applications = new[] { new { applicationId = filed.Id } },
        });
        Assert.Equal("201", await published.VerdictAsync());
        return filed.Later(4);
    }

    public static async Task<Filed> ReportedAsync(this RegistrationService service, Filed listed)
    {
        Assert.Equal("200", await service.GiveAsync(Persona.OfPark, listed, "key-projects/1/progress", Report()));
        return listed.Later();
    }
}
