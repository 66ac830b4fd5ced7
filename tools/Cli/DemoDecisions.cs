using System.Text.Json.Nodes;

namespace PilotRegistry.Cli;

/// <summary>What officials and experts decide in the demo: the tasks of the application and of the acceptance, in the drawings' order.</summary>
internal sealed class DemoDecisions(RegistryApi api, JsonObject ids)
{
    private readonly DemoTasks tasks = new(api, ids);

    /// <summary>From the dossier to the list.</summary>
    /// <param name="say">Persona, what it did, page.</param>
    public async Task ListAsync(string batch, Action<string, string, string> say)
    {
        var page = $"desk/applications/{ids["applicationId"]}";
        await tasks.DecideAsync("province", "completeness", "complete");
        say("province", "found the dossier complete", page);
        foreach (var department in new[] { "development", "industry", "energy" })
        {
            await tasks.DecideAsync("province", $"opinion-{department}");
        }

        await tasks.DecideAsync("province", "provincial-summary", "proceed");
        say("province", "collected three departments' opinions", page);
        await tasks.DecideAsync("expert", "expert-score", data: new { score = 88 });
        await tasks.DecideAsync("province", "panel-conclusion", "pass");
        say("expert", "scored for the province", page);
        await tasks.PassAsync("period-over", "period-end");
        say("operator", "passed over the days of publicity", "desk");
        await tasks.DecideAsync("province", "provincial-recommendation", "recommend", new { batch }, "（演示）基础条件具备，目标可达，同意推荐。");
        say("province", "recommended the park", page);
        await tasks.DecideAsync("expert", "expert-score", data: new { score = 90 });
        await tasks.DecideAsync("national", "national-panel-conclusion", "pass");
        await tasks.DecideAsync("national", "ministry-opinion", "agree");
        await tasks.DecideAsync("national", "ministry-opinion", "agree");
        await tasks.DecideAsync("national", "national-decision", "list");
        say("national", "heard experts and ministries and decided", page);
        await tasks.DecideAsync("national", "list-publication", "done", new
        {
            batch,
            document = "演示文号〔2026〕1号",
            publishedOn = DateOnly.FromDateTime(DateTime.UtcNow),
            source = "演示数据，不是官方名单。",
        }, "（演示）专家评审和部门会商通过，列入建设名单。");
        say("national", "put it on the construction list", $"parks/{ids["parkId"]}");
    }

    /// <summary>From the park's request to the nation's decision.</summary>
    public async Task AcceptAsync(Action<string, string, string> say)
    {
        var page = $"desk/acceptances/{ids["acceptanceId"]}";
        await tasks.DecideAsync("park", "self-evaluation-report");
        await tasks.DecideAsync("province", "opinion-industry");
        await tasks.DecideAsync("province", "opinion-energy");
        await tasks.DecideAsync("expert", "expert-score", data: new { score = 91 });
        await tasks.DecideAsync("province", "self-evaluation", "passed", reasons: "（演示）自评估：建设任务完成，核心指标经核查达标。");
        say("province", "concluded its self-evaluation", page);
        await tasks.DecideAsync("expert", "expert-score", data: new { score = 92 });
        await tasks.DecideAsync("national", "site-check");
        say("national", "evaluated with experts and on site", page);
        await tasks.DecideAsync("national", "acceptance-decision", "accepted", reasons: "（演示）经核查的核心指标达标，现场评估通过，同意验收。");
        say("national", "accepted the park", page);
    }
}
