namespace PilotRegistry.Mail;

/// <summary>Texts with places for values.</summary>
public sealed class LetterTextTests
{
    private const string Template = "Due: {park}\n\nUntil {due}.\nWhy: {why}.\n{park} again.\n";

    [Fact]
    public void The_first_line_is_the_subject_and_values_stand_in_their_places() =>
        Assert.Equal(new("Due: 演示园区", "Until 1 May.\nWhy: ten days.\n演示园区 again.\n"), Fill("演示园区", "ten days"));

    [Fact]
    public void A_line_whose_value_is_not_known_is_left_out() => Assert.Equal("Until 1 May.\n演示园区 again.\n", Fill("演示园区", null).Text);

    [Fact]
    public void A_value_stays_on_its_line_and_is_no_template()
    {
        var text = Fill("园区\r\nBcc: thief@example.org\u2028{why}", "no");
        Assert.Equal("Due: 园区  Bcc: thief@example.org {why}", text.Subject);
        Assert.Equal(3, text.Text.TrimEnd().Split('\n').Length);
    }

    private static LetterText Fill(string park, string? why) =>
        LetterText.Fill(Template, new Dictionary<string, string?> { ["park"] = park, ["due"] = "1 May", ["why"] = why });
}
