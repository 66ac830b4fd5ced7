using PilotRegistry.Workflows.Engine;

namespace PilotRegistry.Workflows.Tests;

/// <summary>Two versions of a drawing differ by what they do, not by where the parts stand on the paper.</summary>
public sealed class ModelDifferenceTests
{
    private static Drawing Review(string days = "5", string condition = "=outcome = \"pass\"", string? more = null, int? rounds = null)
    {
        var drawing = Drawing.Of("review").Start().Task("check", $"<z:taskSchedule dueDate=\"=working days({days})\"/>").Exclusive("g", "no").End("good").End("bad")
            .Paths("start check g").Flow("yes", "g", "good", condition, mostRounds: rounds).Flow("no", "g", "bad");
        return more is null ? drawing : drawing.Task(more).End("more-end").Paths($"{more} more-end").Flow("more", "g", more, "=score > 3");
    }

    private static string Between(Drawing before, Drawing after) => string.Join("; ", ModelDifference
        .Between(Case.Models(before.ToString()).Single(), Case.Models(after.ToString()).Single()).Select(each => $"{each.Change} {each.Element} {string.Join(",", each.What)}".Trim()));

    [Fact]
    public void The_same_drawing_differs_in_nothing() => Assert.Equal("", Between(Review(), Review()));

    [Fact]
    public void Another_period_is_a_changed_deadline() => Assert.Equal("changed check deadline", Between(Review(), Review(days: "10")));

    [Fact]
    public void Another_condition_belongs_to_its_flow() => Assert.Equal("changed yes condition", Between(Review(), Review(condition: "=outcome = \"agree\"")));

    [Fact]
    public void Another_limit_of_rounds_is_told() => Assert.Equal("changed yes rounds", Between(Review(), Review(rounds: 2)));

    [Fact]
    public void What_is_new_and_what_is_gone_is_named()
    {
        Assert.Contains("added second", Between(Review(), Review(more: "second")), StringComparison.Ordinal);
        Assert.Contains("removed second", Between(Review(more: "second"), Review()), StringComparison.Ordinal);
    }

    [Fact]
    public void Shandong_differs_from_the_base_by_its_publicity()
    {
        var differences = ModelDifference.Between(
            Case.Models(Shipped.Text("slots/provincial-review/_base.bpmn")).Single(), Case.Models(Shipped.Text("slots/provincial-review/370000.bpmn")).Single());
        Assert.NotEmpty(differences);
        Assert.Contains(differences, each => each.What.Contains("event"));
        Assert.DoesNotContain(differences, each => each.Change == "removed");
    }
}
