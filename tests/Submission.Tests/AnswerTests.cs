using PilotRegistry.Contracts;
using PilotRegistry.Methodology;
using PilotRegistry.Submission.Certificates;
using PilotRegistry.Submission.Drafts;
using PilotRegistry.Submission.Features;
using PilotRegistry.Testing;

namespace PilotRegistry.Submission;

/// <summary>Errors block; a warning is corrected or answered with a reason that later readers see.</summary>
[Collection(nameof(SubmissionService))]
public sealed class AnswerTests(SubmissionService service)
{
    /// <summary>A park on grid power alone: the method asks for half of it directly.</summary>
    private static readonly YearDraft Warned = new()
    {
        Year = Fixtures.Year,
        Electricity = [new() { Direction = FlowDirection.In, Kind = ElectricityKind.Grid, Mwh = 1000 }],
    };

    private static readonly YearDraft Answered = Warned with { Answers = [new() { Signal = "lowDirectSupply", Reason = "直连线路 2026 年投运。" }] };

    [Fact]
    public void An_unanswered_warning_stops_the_submission() => Spec.For(SubmissionState.Stream)
        .Given(Fixtures.Opened)
        .When(state => Decide(state, Warned))
        .ThenRefused("warnings-unanswered");

    [Fact]
    public void The_refusal_names_what_is_unanswered() => Assert.Contains(
        "lowDirectSupply", Decide(SubmissionState.Stream.Fold([Fixtures.Opened]), Warned).Refusal!.Message, StringComparison.Ordinal);

    [Fact]
    public void A_reason_stands_beside_the_warning_in_the_version()
    {
        var submitted = (YearSubmitted)Decide(SubmissionState.Stream.Fold([Fixtures.Opened]), Answered).Events.Single();
        Assert.Equal("直连线路 2026 年投运。", submitted.Answered().Single(s => s.Id == "lowDirectSupply").Answer);
    }

    [Fact]
    public void An_answer_to_one_line_does_not_answer_another()
    {
        var draft = Warned with
        {
            Conversions = [Coking("1", "9"), Coking("1", "9") with { Kind = ConversionKind.GasMaking }],
            Answers = [.. Answered.Answers, new() { Signal = "negativeConversion", Key = "conversions coking", Reason = "年末盘点。" }],
        };
        Assert.Equal(["conversions gasMaking"], Fixtures.Computed(draft).Signals.Open().Select(s => s.Key));
        Assert.Equal(["conversions gasMaking"], Fixtures.Computed(draft with { Conversions = [.. draft.Conversions.Reverse()] }).Signals.Open().Select(s => s.Key));
    }

    [Fact]
    public async Task Answers_are_saved_with_the_draft_and_shown_with_the_version()
    {
        var (id, _) = await service.OpenedAsync();
        var draft = new Dictionary<string, object?> { ["year"] = 2025, ["electricity"] = new[] { new { direction = "in", kind = "grid", mwh = "1000" } } };
        Assert.Equal("200", await service.SaveAsync(id, draft, version: 0));
        using var silent = await service.As(Persona.OfPark).CommandAsync($"/submissions/{id}/submission", new { }, version: 1);
        Assert.Equal("409 warnings-unanswered", await silent.VerdictAsync());
        draft["answers"] = new[]
        {
            new { signal = "lowDirectSupply", reason = "直连线路 2026 年投运。" },
            new { signal = "behindPromise", reason = "直连线路 2026 年投运。" },
        };
        Assert.Equal("200", await service.SaveAsync(id, draft, version: 1));
        using var submitted = await service.As(Persona.OfPark).CommandAsync($"/submissions/{id}/submission", new { }, version: 1);
        Assert.Equal("200", await submitted.VerdictAsync());
        var signals = (await service.As(Persona.OfProvince).ReadAsync($"/submissions/{id}")).GetProperty("versions")[0].GetProperty("signals");
        Assert.Equal("直连线路 2026 年投运。", signals.EnumerateArray().Single(s => s.GetProperty("id").GetString() == "lowDirectSupply").GetProperty("answer").GetString());
    }

    [Fact]
    public async Task An_indicator_that_is_said_not_to_apply_only_after_the_list_is_a_warning()
    {
        var (id, _) = await service.OpenedAsync();
        var draft = SubmissionService.Draft("1000");
        draft["indicators"] = new { notApplicable = new[] { new { indicator = "water", reason = "园区无工业用水。" } } };
        Assert.Equal("200", await service.SaveAsync(id, draft, version: 0));
        using var silent = await service.As(Persona.OfPark).CommandAsync($"/submissions/{id}/submission", new { }, version: 1);
        Assert.Equal("409 warnings-unanswered", await silent.VerdictAsync());
        Assert.Contains("notApplicableAfterListing (water)", (await silent.BodyAsync()).GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[{\"signal\":\"lowDirectSupply\"}]", "/answers/0/reason missing")]
    [InlineData("[{\"reason\":\"停产\"}]", "/answers/0/signal missing")]
    [InlineData("[{\"signal\":\"x\",\"reason\":\"y\",\"by\":\"me\"}]", "/answers/0/by unknown-member")]
    [InlineData("[{\"signal\":\"x\",\"reason\":7}]", "/answers/0/reason wrong-type")]
    public async Task Each_wrong_place_is_named(string answers, string expected)
    {
        var (id, _) = await service.OpenedAsync();
        using var refused = await service.As(Persona.OfPark).SendAsync(
            HttpMethod.Put, $"/submissions/{id}/draft", new StringContent($"{{\"year\":2025,\"answers\":{answers}}}", null, "application/json"), version: 0);
        Assert.Equal("422 invalid", await refused.VerdictAsync());
        Assert.Equal([expected], await refused.FieldErrorsAsync());
    }

    private static EventStore.Decision Decide(SubmissionState state, YearDraft draft) => SubmitYear.Decide(
        state, new(), new(1, draft, default, Persona.OfPark.Id), Fixtures.Computed(draft), NamedCertificates.None, Fixtures.Body, Fixtures.Today, "5a17");

    private static ConversionLine Coking(string input, string output) => new()
    {
        Kind = ConversionKind.Coking,
        Inputs = [new() { Fuel = "COAL_CLEAN", Quantity = decimal.Parse(input, null) }],
        Outputs = [new() { Fuel = "COKE", Quantity = decimal.Parse(output, null) }],
    };
}
