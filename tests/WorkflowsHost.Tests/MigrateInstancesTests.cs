using System.Text.Json;
using PilotRegistry.Testing;

namespace PilotRegistry.Workflows.Host;

/// <summary>Running cases go over to the drawings that are valid now by a plan that fits all of them, or stay where they are.</summary>
[Collection(nameof(WorkflowsService))]
public sealed class MigrateInstancesTests(WorkflowsService service)
{
    [Fact]
    public async Task A_plan_is_tried_first_and_refused_as_a_whole_when_one_case_does_not_fit()
    {
        var id = await service.StartedAsync(d => d.Start().Task("check").End().Paths("start check end"));
        var process = (await service.StateAsync(id)).Process.Process;
        await service.DrawnAsync(d => d.Start().Task("look").Task("decide").End().Paths("start look decide end"), process);
        Assert.Equal((0, 1), await TryAsync(process, moves: []));
        using var refused = await SendAsync(process, dryRun: false, moves: []);
        Assert.Equal("409 migration-not-clean", await refused.VerdictAsync());

        object[] moves = [new { process, from = "check", to = "look" }];
        Assert.Equal((1, 0), await TryAsync(process, moves));
        Assert.Equal("check", (await service.StateAsync(id)).Process.Tasks.Values.Single().Node);
        using var done = await SendAsync(process, dryRun: false, moves);
        Assert.Equal("200", await done.VerdictAsync());
        Assert.Equal("look", await service.AsOwnerAsync("select node from tasks where instance = $1", id));
        Assert.Equal("Running", await service.CompleteAsync(id, "look"));
        Assert.Equal("Completed", await service.CompleteAsync(id, "decide"));
        await service.AssertLawAsync();
    }

    [Theory]
    [InlineData("2026-07-01T18:00:00Z", 30)]
    [InlineData("2026-07-01T18:30:00Z", 24 * 60)]
    [InlineData("2026-07-01T19:30:00Z", 23 * 60)]
    public void The_law_is_checked_at_half_past_two_in_Beijing(string now, int minutes) =>
        Assert.Equal(TimeSpan.FromMinutes(minutes), CheckNightly.Until(DateTimeOffset.Parse(now, null)));

    private async Task<(int Fitting, int Faults)> TryAsync(string process, object[] moves)
    {
        using var answer = await SendAsync(process, dryRun: true, moves);
        var report = JsonElement.Parse(await answer.Content.ReadAsStringAsync());
        return (report.GetProperty("fitting").GetInt32(), report.GetProperty("faults").GetArrayLength());
    }

    private Task<HttpResponseMessage> SendAsync(string process, bool dryRun, object[] moves) =>
        service.As(Persona.Operator).SendAsync(HttpMethod.Post, "/migrations", new { process, reason = "新版流程施行。", moves, dryRun });
}
