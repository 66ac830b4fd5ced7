using System.Net;
using PilotRegistry.EventStore;
using PilotRegistry.Testing;
using PilotRegistry.Workflows.Engine;

namespace PilotRegistry.Workflows.Host;

/// <summary>A case on its drawings: for who may see it, for everybody without reasons, and as a stream of signs that it moved.</summary>
[Collection(nameof(WorkflowsService))]
public sealed class PictureTests(WorkflowsService service)
{
    private readonly Guid park = Guid.CreateVersion7();

    [Fact]
    public async Task It_says_of_each_node_where_it_stands_and_what_was_decided()
    {
        var id = await StartedAsync();
        await DecideAsync(id, "check", "材料齐全，同意受理。");
        var picture = await service.As(Persona.OfProvince).ReadAsync($"/instances/{id}/picture");
        Assert.Equal("start:done check:done decide:active", Nodes(picture));
        var visit = picture.GetProperty("history").EnumerateArray().Single(each => each.GetProperty("node").GetString() == "check");
        Assert.Equal("complete province 材料齐全，同意受理。", visit.Line("outcome", "role", "reasons"));
        Assert.Equal("done", visit.GetProperty("end").GetString());
        Assert.Equal(64, picture.GetProperty("drawings")[0].GetProperty("sha256").GetString()!.Length);
        Assert.DoesNotContain(Persona.OfProvince.Id.ToString(), picture.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_late_and_what_is_stuck_is_said_so()
    {
        var id = await service.StartedAsync(
            d => d.Start().Parallel("fork").Raw(Late("late")).Exclusive("g", "no").End("good").End("bad").End("done").Paths("start fork late done", "fork g").Flow("yes", "g", "good", "=missing > 1").Flow("no", "g", "bad"),
            ("province", FeelValue.Of(Persona.Jiangsu)));
        var picture = await service.As(Persona.Operator).ReadAsync($"/instances/{id}/picture");
        Assert.Contains("late:overdue", Nodes(picture), StringComparison.Ordinal);
        Assert.Contains("g:incident", Nodes(picture), StringComparison.Ordinal);
        Assert.Equal("condition-unknown", picture.GetProperty("incidents")[0].GetProperty("code").GetString());
    }

    [Fact]
    public async Task Another_province_and_another_park_do_not_see_it()
    {
        var id = await StartedAsync();
        foreach (var stranger in new[] { Persona.OtherProvince, Persona.OfPark, Persona.Verifier })
        {
            using var answer = await service.As(stranger).GetAsync($"/instances/{id}/picture");
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }

        Assert.DoesNotContain(id.ToString(), (await service.As(Persona.OtherProvince).ReadAsync("/instances")).ToString(), StringComparison.Ordinal);
        Assert.Contains(id.ToString(), (await service.As(Persona.OfProvince).ReadAsync("/instances")).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_park_and_its_body_find_their_case_behind_hundreds_of_others()
    {
        var id = await service.StartedAsync(
            d => d.Start().Task("a").End().Paths("start a end"), ("organisation", FeelValue.Of(Persona.ParkBody.ToString())), ("body", FeelValue.Of(Persona.VerificationBody.ToString())));
        await service.AsOwnerAsync(
            "insert into instances (id, process, release, status, version, at, started, snapshot) "
            + "select gen_random_uuid(), process, release, status, version, at, now() + interval '1 hour', snapshot from instances, generate_series(1, 250) where id = $1", id);
        foreach (var (who, sees) in new[] { (Persona.OfPark, true), (Persona.Lead, true), (Persona.OtherPark, false), (Persona.OtherLead, false) })
        {
            var found = (await service.As(who).ReadAsync("/instances")).GetProperty("items").EnumerateArray().Any(each => each.GetProperty("id").GetGuid() == id);
            Assert.Equal((who, sees), (who, found));
        }

        await service.AsOwnerAsync("delete from instances where started > now()");
    }

    [Fact]
    public async Task Everybody_reads_where_a_parks_cases_stand_without_reasons()
    {
        var id = await StartedAsync();
        await DecideAsync(id, "check", "内部意见，不公开。");
        var all = await service.Anonymous().ReadAsync($"/parks/{park}/processes");
        Assert.Equal(id, all.GetProperty("items")[0].GetProperty("id").GetGuid());
        Assert.Equal("start:done check:done decide:active", Nodes(all.GetProperty("items")[0]));
        Assert.DoesNotContain("内部意见", all.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stream_says_when_a_case_moved()
    {
        var id = await StartedAsync();
        using var client = service.As(Persona.OfProvince);
        await using var stream = await client.GetStreamAsync($"/instances/{id}/stream");
        using var lines = new StreamReader(stream);
        Assert.Equal("event: moved", await lines.ReadLineAsync());
        Assert.Equal("data: 1", await lines.ReadLineAsync());
        await DecideAsync(id, "check", "材料齐全。");
        var version = (await service.Instances.ReadAsync(id))!.Version;
        for (var heard = 0; heard < 20; heard++)
        {
            if (await lines.ReadLineAsync() == $"data: {version}") return;
        }

        Assert.Fail("The stream did not say that the case moved.");
    }

    [Fact]
    public async Task The_overview_counts_what_is_open_late_and_done_by_node()
    {
        var id = await StartedAsync();
        var before = await NodeAsync(id, "check");
        Assert.Equal("1 0 0", before.Line("open", "overdue", "finished"));
        await DecideAsync(id, "check", "材料齐全。");
        Assert.Equal("0 0 1", (await NodeAsync(id, "check")).Line("open", "overdue", "finished"));
        Assert.Equal("0", (await NodeAsync(id, "check")).GetProperty("medianDays").GetString());
    }

    [Fact]
    public async Task How_long_a_step_usually_takes_is_counted_anew_every_ten_minutes()
    {
        var (id, clock) = (await StartedAsync(), new SettableClock());
        var process = (await service.StateAsync(id)).Process.Process;
        var waiting = new WaitingTimes(service.Of<EventDatabase>(), clock);
        async Task<string> TimesAsync() => string.Join(" ", (await waiting.ReadAsync(default)).Where(each => each.Process == process).Select(each => $"{each.Node}: {each.Finished} in {each.MedianDays} days"));
        Assert.Equal("", await TimesAsync());
        await DecideAsync(id, "check", "材料齐全。");
        Assert.Equal("", await TimesAsync());
        clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal("check: 1 in 0.0 days", await TimesAsync());
    }

    [Fact]
    public async Task Everybody_reads_it_beside_the_cases_of_a_park() =>
        Assert.Equal(System.Text.Json.JsonValueKind.Array, (await service.Anonymous().ReadAsync($"/parks/{park}/processes")).GetProperty("waiting").ValueKind);

    [Fact]
    public async Task A_drawing_is_public_by_its_name_and_another_name_is_no_drawing()
    {
        var id = await StartedAsync();
        var hash = (await service.As(Persona.OfProvince).ReadAsync($"/instances/{id}/picture")).GetProperty("drawings")[0].GetProperty("sha256").GetString();
        Assert.Contains("userTask", (await service.Anonymous().ReadAsync($"/definitions/{hash}")).GetProperty("xml").GetString(), StringComparison.Ordinal);
        using var answer = await service.Anonymous().GetAsync($"/definitions/{new string('0', 64)}");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains(hash!, (await service.Anonymous().ReadAsync("/definitions")).ToString(), StringComparison.Ordinal);
    }

    private static string Nodes(System.Text.Json.JsonElement picture) =>
        string.Join(" ", picture.GetProperty("nodes").EnumerateArray().Select(node => $"{node.GetProperty("node").GetString()}:{node.GetProperty("state").GetString()}"));

    private static string Late(string id) =>
        $"<userTask id=\"{id}\"><extensionElements><z:userTask/><z:assignmentDefinition candidateGroups=\"province\"/><z:taskSchedule dueDate=\"=date(&quot;2026-01-05&quot;)\"/></extensionElements></userTask>";

    private Task<Guid> StartedAsync() => service.StartedAsync(
        d => d.Start().Decision("check", "application-completeness", "province").Decision("decide", "national-decision", "national").End().Paths("start check decide end"),
        ("province", FeelValue.Of(Persona.Jiangsu)), ("park", FeelValue.Of(park.ToString())));

    private async Task<System.Text.Json.JsonElement> NodeAsync(Guid id, string node)
    {
        var process = (await service.StateAsync(id)).Process.Process;
        return (await service.As(Persona.National).ReadAsync("/processes")).GetProperty("items").EnumerateArray().Single(each => each.GetProperty("id").GetString() == process)
            .GetProperty("nodes").EnumerateArray().Single(each => each.GetProperty("node").GetString() == node);
    }

    private async Task DecideAsync(Guid id, string node, string reasons)
    {
        var element = (await service.StateAsync(id)).Process.Tasks.Values.Single(task => task.Node == node).Element;
        using var answer = await service.As(Persona.OfProvince).SendAsync(HttpMethod.Post, $"/tasks/{OpenRows.TaskId(id, element)}/completion", new { outcome = "complete", reasons }, 1);
        Assert.Equal("200", await answer.VerdictAsync());
    }
}
