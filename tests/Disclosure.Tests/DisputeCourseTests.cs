using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PilotRegistry.Testing;

namespace PilotRegistry.Disclosure;

/// <summary>A dispute from its first word to the version that corrects the figure, over HTTP.</summary>
[Collection(nameof(DisclosureService))]
public sealed class DisputeCourseTests(DisclosureService service) : DisputeCalls(service)
{
    private const string Contact = "resident@example.org";

    [Fact]
    public async Task It_is_taken_up_answered_and_upheld_and_the_next_version_corrects_the_figure()
    {
        var life = Life.Accepted();
        await Service.DeliverAsync(life.All);
        var number = (await RaiseAsync(life.Park, new(2025, "verified.total", Words, null, Contact))).GetProperty("number").GetString()!;
        var id = await IdAsync(number);

        await CommandAsync(Persona.National, $"/disputes/{id}/triage", new { takenUp = true, reasons = "请核对燃煤量。" }, 1, "200");
        await CommandAsync(Persona.OtherLead, $"/disputes/{id}/answer", new { text = "没有问题。" }, 2, "409 not-your-dispute");
        await CommandAsync(Persona.Lead, $"/disputes/{id}/answer", new { text = "已核对进厂煤单据。" }, 1, "412 stale");
        await CommandAsync(Persona.Lead, $"/disputes/{id}/answer", new { text = "已核对进厂煤单据。" }, 2, "200");
        await CommandAsync(Persona.National, $"/disputes/{id}/conclusion", new { outcome = "upheld", reasons = "单据与数字不符。" }, 3, "200");

        var upheld = await Service.Anonymous().ReadAsync($"/disputes/{number}");
        Assert.Equal("upheld", upheld.GetProperty("item").GetProperty("state").GetString());
        Assert.Equal(
            ["received public", "takenUp national 请核对燃煤量。", "answered verifier-lead 已核对进厂煤单据。", "upheld national 单据与数字不符。"],
            upheld.GetProperty("steps").EnumerateArray().Select(s => s.Line("state", "by", "text").TrimEnd()));
        Assert.Equal(JsonValueKind.Null, upheld.GetProperty("correction").ValueKind);
        Assert.False(upheld.GetProperty("item").GetProperty("corrected").GetBoolean());

        life.Reported(2, "更正燃煤量", Numbers.Of(19_000m, 0.19m)).VerifiedAnew().Engaged(2).Signed(2, Numbers.Of(19_000m, 0.19m)).Disclosed(2);
        await Service.DeliverAsync(life.All);
        var corrected = await Service.Anonymous().ReadAsync($"/disputes/{number}");
        Assert.True(corrected.GetProperty("item").GetProperty("corrected").GetBoolean());
        var correction = corrected.GetProperty("correction");
        Assert.Equal("2 更正燃煤量", correction.Line("version", "reason"));
        Assert.Equal("18600 19000", $"{correction.GetProperty("old").GetProperty("total").GetString()} {correction.GetProperty("new").GetProperty("total").GetString()}");
    }

    [Fact]
    public async Task Contact_is_for_reviewers_alone_and_words_are_shown_after_triage_only_where_whoever_wrote_them_agreed()
    {
        var life = Life.Accepted();
        await Service.DeliverAsync(life.All);
        var kept = (await RaiseAsync(life.Park, new(2025, "reported.core", Words, "https://example.org/photo", Contact))).GetProperty("number").GetString()!;
        var shown = (await RaiseAsync(life.Park, new(2025, "reported.core", Words, null, Contact, WordsPublic: true))).GetProperty("number").GetString()!;
        Assert.DoesNotContain("夜间", await Service.Anonymous().GetStringAsync($"/disputes/{kept}"), StringComparison.Ordinal);
        Assert.DoesNotContain("夜间", await Service.Anonymous().GetStringAsync($"/disputes/{shown}"), StringComparison.Ordinal);
        Assert.Contains("after triage", await Service.Anonymous().GetStringAsync($"/pages/en/disputes/{shown}"), StringComparison.Ordinal);
        await CommandAsync(Persona.National, $"/disputes/{await IdAsync(shown)}/triage", new { takenUp = false, reasons = "已另行核查。" }, 1, "200");
        var open = await Service.Anonymous().GetStringAsync($"/disputes/{shown}");
        Assert.Contains("夜间", open, StringComparison.Ordinal);
        Assert.DoesNotContain("resident", open, StringComparison.Ordinal);

        var id = await IdAsync(kept);
        await CommandAsync(Persona.National, $"/disputes/{id}/triage", new { takenUp = true, reasons = "请说明。" }, 1, "200");
        Assert.DoesNotContain("夜间", await Service.Anonymous().GetStringAsync($"/disputes/{kept}"), StringComparison.Ordinal);
        var desk = await Service.As(Persona.National).ReadAsync($"/desk/disputes/{id}");
        Assert.Equal($"{Words} https://example.org/photo {Contact}", desk.GetProperty("private").Line("reason", "evidence", "contact"));
        var asked = await Service.As(Persona.OfPark).ReadAsync($"/desk/disputes/{id}");
        Assert.Equal(JsonValueKind.Null, asked.GetProperty("private").ValueKind);
        Assert.Equal(["answer"], asked.GetProperty("actions").EnumerateArray().Select(a => a.GetString()));
        foreach (var other in new[] { Persona.OtherPark, Persona.Lead, Persona.OfProvince, Persona.Operator, Persona.Auditor })
        {
            using var refused = await Service.As(other).GetAsync($"/desk/disputes/{id}");
            Assert.Equal("404 not-found", await refused.VerdictAsync());
        }
    }

    [Fact]
    public async Task The_queue_holds_what_a_caller_has_to_do()
    {
        var life = Life.Accepted();
        await Service.DeliverAsync(life.All);
        var number = (await RaiseAsync(life.Park, new(2025, "reported.core", Words))).GetProperty("number").GetString()!;
        var id = await IdAsync(number);
        Assert.Equal("triage-dispute", await WaitsAsync(Persona.National, number));
        Assert.Null(await WaitsAsync(Persona.OfPark, number));
        await CommandAsync(Persona.National, $"/disputes/{id}/triage", new { takenUp = true, reasons = "请说明。" }, 1, "200");
        Assert.Equal("answer-dispute", await WaitsAsync(Persona.OfPark, number));
        Assert.Equal("", await WaitsAsync(Persona.National, number));
        var inbox = await Service.As(Persona.OfPark).ReadAsync("/inbox");
        Assert.Contains($"/desk/disputes/{id}", inbox.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("href").GetString()));
    }

    [Fact]
    public async Task Whoever_came_the_protected_way_comes_back_with_the_key_and_the_register_knows_only_its_hash()
    {
        var life = Life.Accepted();
        await Service.DeliverAsync(life.All);
        var received = await RaiseAsync(life.Park, new(2025, "verified.core", Words, null, Contact, Protected: true));
        var (number, key) = (received.GetProperty("number").GetString()!, received.GetProperty("key").GetString()!);
        var id = await IdAsync(number);
        Assert.Equal(0L, await Service.AsOwnerAsync("select count(*) from dispute_texts where dispute_id = $1 and (contact is not null or key_hash = $2)", id, key));

        await CommandAsync(Persona.National, $"/disputes/{id}/questions", new { text = "哪一天看到的？" }, 1, "200");
        using var added = await FollowAsync("/disputes/followed/words", new { key = key.ToLowerInvariant(), text = "十一月三日夜间。" });
        var talk = (await added.BodyAsync()).GetProperty("talk").EnumerateArray().Select(s => s.Line("asked", "words"));
        Assert.Equal(["True 哪一天看到的？", "False 十一月三日夜间。"], talk);
        var desk = await Service.As(Persona.National).ReadAsync($"/desk/disputes/{id}");
        Assert.Equal(2, desk.GetProperty("private").GetProperty("talk").GetArrayLength());
        Assert.DoesNotContain("十一月", await Service.Anonymous().GetStringAsync($"/disputes/{number}"), StringComparison.Ordinal);

        await CommandAsync(Persona.National, $"/disputes/{id}/triage", new { takenUp = false, reasons = "无法核实。" }, 1, "200");
        using var closed = await FollowAsync("/disputes/followed/words", new { key, text = "请再看。" });
        Assert.Equal("409 dispute-closed", await closed.VerdictAsync());
        using var unknown = await FollowAsync("/disputes/followed", new { key = ReturnKey.New().ToString() });
        Assert.Equal("404 dispute-key-unknown", await unknown.VerdictAsync());
    }

    [Fact]
    public async Task Nobody_is_asked_who_cannot_come_back()
    {
        var life = Life.Accepted();
        await Service.DeliverAsync(life.All);
        var id = await IdAsync((await RaiseAsync(life.Park, new(2025, "core", Words))).GetProperty("number").GetString()!);
        await CommandAsync(Persona.National, $"/disputes/{id}/questions", new { text = "哪一天？" }, 1, "409 dispute-without-key");
    }

    [Fact]
    public async Task Nothing_that_the_register_keeps_or_logs_holds_the_address_of_whoever_disputes()
    {
        const string address = "198.51.100.77";
        using var log = new KeptLog();
        var loggers = Service.Services.GetRequiredService<ILoggerFactory>();
        loggers.AddProvider(log);
        loggers.CreateLogger(nameof(DisputeCourseTests)).LogInformation("This is kept");
        var life = Life.Accepted();
        await Service.DeliverAsync(life.All);
        var received = await RaiseAsync(life.Park, new(2025, "verified.core", Words, Protected: true), address);
        using var followed = await FollowAsync("/disputes/followed", new { key = received.GetProperty("key").GetString() }, address);
        Assert.Equal("200", await followed.VerdictAsync());
        var last = "";
        for (var n = 0; n < 10; n++)
        {
            using var flood = await FollowAsync($"/parks/{life.Park}/disputes", new { year = 2025 }, address);
            last = await flood.VerdictAsync();
        }

        Assert.Equal("429 too-many-requests", last);
        Assert.Contains(log.Lines, line => line.StartsWith("This is kept", StringComparison.Ordinal));
        Assert.DoesNotContain(log.Lines, line => line.Contains(address, StringComparison.Ordinal));
        Assert.Equal("", await TablesWithAsync(address));
        Assert.NotEqual("", await TablesWithAsync(received.GetProperty("number").GetString()!));
    }

    private async Task<string?> WaitsAsync(Persona persona, string number) =>
        (await Service.As(persona).ReadAsync("/desk/disputes")).GetProperty("items").EnumerateArray()
            .Where(l => l.GetProperty("item").GetProperty("number").GetString() == number)
            .Select(l => l.GetProperty("waits").GetString() ?? "").SingleOrDefault();
}
