namespace PilotRegistry.Cli;

/// <summary>The demo park's key projects: one commissioned, one being built, one not reported on yet.</summary>
internal static class DemoProjects
{
    private static readonly object[] Table =
    [
        Project(1, "（演示）海上风电直连线路", "演示新能源公司", "建设 220 千伏绿电直连线路 18 公里及升压站。", "68000", 0, 0, "当年核准、当年开工、当年投产。", "年直供绿电约 1.6 亿千瓦时。"),
        Project(2, "（演示）园区共享储能", "演示储能公司", "建设 100 兆瓦／200 兆瓦时磷酸铁锂储能。", "24500", 0, 1, "首年开工，次年投产。", "提高绿电小时匹配率，减少夜间网购电。"),
        Project(3, "（演示）余热余压综合利用", "演示装备制造公司", "改造三条生产线的余热回收系统。", "9800.5", 1, 3, "次年开工，分三期改造。", "余热资源综合利用率达到 60%。"),
    ];

    /// <returns>The application's version after it.</returns>
    public static async Task<long> WriteAsync(RegistryApi api, string application, long version) =>
        (long)(await api.PutAsync("park", $"{application}/key-projects", new { projects = Table }, version))["version"]!;

    public static async Task ReportAsync(RegistryApi api, string application)
    {
        await ReportAsync(api, application, 1, "underConstruction", "30200", $"{DemoYear.Year}-06-30", "（演示）线路基础完工。");
        await ReportAsync(api, application, 1, "commissioned", "66940", $"{DemoYear.Year}-12-20", "（演示）通过并网验收。");
        await ReportAsync(api, application, 2, "underConstruction", "8200", $"{DemoYear.Year}-12-31", note: null);
    }

    private static object Project(
        int number, string name, string body, string content, string investmentWanYuan, int from, int to, string plan, string meaning) => new
        {
            number,
            name,
            body = $"（演示）{body}",
            content = $"（演示）{content}",
            investmentWanYuan,
            fromYear = DemoYear.Year + from,
            toYear = DemoYear.Year + to,
            plan = $"（演示）{plan}",
            meaning = $"（演示）{meaning}",
        };

    private static async Task ReportAsync(RegistryApi api, string application, int number, string state, string investedWanYuan, string asOf, string? note) =>
        await api.PostAsync(
            "park", $"{application}/key-projects/{number}/progress", new { state, investedWanYuan, asOf, note }, await api.VersionAsync("park", application));
}
