using System.Text.Json;
using System.Text.Json.Nodes;

namespace PilotRegistry.Cli;

/// <summary>The steps, and the ids that each leaves for the next.</summary>
internal sealed class DemoPlay(RegistryApi api)
{
    private const string Batch = "2026-demo";

    private static readonly (string Chapter, string Text)[] Chapters =
    [
        ("basis", "（演示）园区位于沿海，规划面积 12.6 平方公里，以新能源装备制造为主，近三年能源消费以电力为主。"),
        ("feasibility", "（演示）周边海上风电可直供，绿电直连线路已核准，用能增长与供给匹配。"),
        ("goals", "（演示）基准年 2025 年，建设期末单位能耗碳排放不高于 0.2 吨/吨标准煤。"),
        ("tasks", "（演示）绿电直连、储能、余热利用、计量与能碳管理平台四类重点项目。"),
        ("economics", "（演示）总投资 18.2 亿元，静态回收期 8.4 年。"),
        ("safeguards", "（演示）管理机构设专班，年度自查，数据公开。"),
    ];

    public JsonObject Ids { get; } = [];

    public Guid ParkId => Guid.Parse((string)Ids["parkId"]!);

    private string Application => $"/api/registration/v1/applications/{Ids["applicationId"]}";

    private string Submission => $"/api/submission/v1/submissions/{Ids["submissionId"]}";

    private string Verification => $"/api/verification/v1/verifications/{Ids["verificationId"]}";

    public async Task ApplyAsync()
    {
        var before = (await api.GetAsync(null, "/api/public/v1/parks?q=演示零碳园区&pageSize=1"))["total"]!;
        var started = await api.PostAsync("park", "/api/registration/v1/applications", new
        {
            name = $"演示零碳园区第{(int)before + 1}号",
            province = "320000",
            city = "盐城市",
            scope = "partial",
            constructionStart = DemoYear.Year,
            constructionEnd = DemoYear.Year + 3,
            latitude = "33.38",
            longitude = "120.61",
            industryGroup = "新能源装备与材料型",
            fourBounds = DemoBoundary.Words,
            boundary = DemoBoundary.Outline,
            targets = new[] { (DemoYear.Year, "0.9"), (DemoYear.Year + 1, "0.6"), (DemoYear.Year + 2, "0.35"), (DemoYear.Year + 3, "0.2") }
                .Select(t => new { year = t.Item1, core = t.Item2 }),
            demo = true,
        });
        Ids["applicationId"] = (string)started["id"]!;
        Ids["parkId"] = (string)started["parkId"]!;
        var version = (long)started["version"]!;
        foreach (var (chapter, text) in Chapters)
        {
            version = (long)(await api.PutAsync("park", $"{Application}/chapters/{chapter}", new { text }, version))["version"]!;
        }

        version = await DemoProjects.WriteAsync(api, Application, version);
        await api.PostAsync("park", $"{Application}/submission", new { }, version);
        Say("park", "filed an application with its six chapters", $"desk/applications/{Ids["applicationId"]}");
    }

    public Task ListAsync() => new DemoDecisions(api, Ids).ListAsync(Batch, Say);

    public async Task ChangeBoundaryAsync()
    {
        await DemoBoundary.ChangeAsync(api, ParkId);
        Say("national", $"approved another boundary from {DemoYear.Year + 1} on", $"parks/{ParkId}");
    }

    public async Task ProgressAsync()
    {
        await DemoProjects.ReportAsync(api, Application);
        Say("park", "reported on two of its three key projects", $"parks/{ParkId}#key-projects");
    }

    public async Task ReportAsync()
    {
        Ids["year"] = DemoYear.Year;
        var opened = await api.PostAsync("park", "/api/submission/v1/submissions", new { parkId = ParkId, year = DemoYear.Year });
        Ids["submissionId"] = (string)opened["id"]!;
        var saved = await api.PutAsync("park", $"{Submission}/draft", DemoYear.Data(DemoYear.ReportedGridMwh), version: 0);
        await api.PutAsync("park", $"{Submission}/certificates", DemoYear.Certificates(ParkId), version: 0);
        Say("park", $"named {DemoYear.CertificateMwh} green certificates", $"desk/submissions/{Ids["submissionId"]}");
        await api.UploadAsync("park", $"{Submission}/matching?name=demo-hours.csv", DemoHours.Csv(), version: 0);
        Say("park", "brought the year hour by hour", $"desk/submissions/{Ids["submissionId"]}?section=hours");
        await AnswerWarningsAsync(saved);
        Say("park", $"saved the data of {DemoYear.Year} as a draft", $"desk/submissions/{Ids["submissionId"]}");
        await api.PostAsync("park", $"{Submission}/submission", new { }, (long)opened["version"]!);
        Say("park", $"submitted the year {DemoYear.Year}", $"desk/submissions/{Ids["submissionId"]}");
    }

    /// <summary>A warning that is not corrected needs the park's reason before the year can be submitted.</summary>
    private async Task AnswerWarningsAsync(JsonNode saved)
    {
        var warnings = saved["signals"]!.AsArray().Where(s => (string)s!["severity"]! == "warning").ToArray();
        if (warnings.Length == 0)
        {
            return;
        }

        var draft = JsonSerializer.SerializeToNode(DemoYear.Data(DemoYear.ReportedGridMwh))!.AsObject();
        draft["answers"] = new JsonArray([.. warnings.Select(s => new JsonObject
        {
            ["signal"] = (string)s!["id"]!,
            ["key"] = (string?)s["key"],
            ["reason"] = "（演示）已核对原始凭证，数据无误；原因见年度说明。",
        })]);
        await api.PutAsync("park", $"{Submission}/draft", draft, (long)saved["version"]!);
        Say("park", $"answered {warnings.Length} warning(s) with a reason", $"desk/submissions/{Ids["submissionId"]}");
    }

    public async Task VerifyAsync()
    {
        var body = (await api.GetAsync("verifier-lead", "/api/identity/v1/me"))["organisation"]!["id"]!;
        var verifier = (await api.GetAsync("verifier", "/api/identity/v1/me"))["id"]!;
        var engaged = await api.PostAsync("park", "/api/verification/v1/verifications", new { submissionId = (string)Ids["submissionId"]!, bodyId = (string)body! });
        Ids["verificationId"] = (string)engaged["id"]!;
        Say("park", "engaged an accredited verification body", $"desk/verifications/{Ids["verificationId"]}");
        await VerifyStepAsync("verifier-lead", "team", new { members = new[] { (string)verifier! } }, "named the team");
        await VerifyStepAsync("verifier", "findings", new
        {
            kind = "car",
            pointer = "/electricity/4/mwh",
            text = "（演示）电网购入电量与结算单不符：结算单合计 19,940 兆瓦时，报送 19,460 兆瓦时。",
        }, "raised a finding");
        await VerifyStepAsync("park", "findings/1/answer", new { text = "（演示）漏计 12 月调试用电 480 兆瓦时，同意更正。" }, "answered the finding");
        await VerifyStepAsync("verifier", "findings/1/closing", new { text = "（演示）已核对结算单原件，接受更正。" }, "closed the finding");
        await VerifyStepAsync("verifier-lead", "statement", new
        {
            opinion = "unmodified",
            assurance = "reasonable",
            data = DemoYear.Data(DemoYear.VerifiedGridMwh),
            text = "（演示）按附件4核算，更正后的数据在所有重大方面公允。",
        }, "signed the statement with the verified values");
    }

    public async Task DiscloseAsync()
    {
        var version = await api.VersionAsync("park", Submission);
        await api.PostAsync("park", $"{Submission}/disclosure", new { verificationId = (string)Ids["verificationId"]! }, version);
        Say("park", $"disclosed the year {DemoYear.Year}", $"parks/{ParkId}/years/{DemoYear.Year}");
    }

    public async Task AcceptAsync()
    {
        var requested = await api.PostAsync("park", "/api/acceptance/v1/acceptances", new
        {
            parkId = ParkId,
            year = DemoYear.Year,
            verificationId = (string)Ids["verificationId"]!,
        });
        Ids["acceptanceId"] = (string)requested["id"]!;
        Say("park", "asked for acceptance", $"desk/acceptances/{Ids["acceptanceId"]}");
        await new DemoDecisions(api, Ids).AcceptAsync(Say);
    }

    /// <summary>Waits until the public page shows what was decided; it lives on the services' published events.</summary>
    public async Task SeeItPublicAsync()
    {
        for (var patience = 300; patience > 0; patience--)
        {
            if ((string?)(await api.GetAsync(null, $"/api/public/v1/parks/{ParkId}"))["stage"] == "accepted")
            {
                Say("public", "sees the park accepted", $"parks/{ParkId}");
                return;
            }

            await Task.Delay(100);
        }

        throw new RegistryException("The public page did not show the acceptance within 30 seconds.");
    }

    private async Task VerifyStepAsync(string persona, string command, object body, string what)
    {
        await StepAsync(persona, Verification, command, body);
        Say(persona, what, $"desk/verifications/{Ids["verificationId"]}");
    }

    private async Task StepAsync(string persona, string thing, string command, object body) =>
        await api.PostAsync(persona, $"{thing}/{command}", body, await api.VersionAsync(persona, thing));

    private void Say(string who, string what, string page) =>
        Console.WriteLine($"{who,-14} {what,-48} {new Uri(api.Address, "/" + page)}");
}
