/// A shell that completions can be written for.
enum Shell: String, CaseIterable {
  case bash, zsh, fish

  func completions(_ table: CompletionTable) -> String {
    switch self {
    case .bash: (CaseTable(table: table).lines + [Self.bashEnd]).joined(separator: "\n")
    case .zsh:
      (["#compdef callbook", ""] + CaseTable(table: table).lines + [Self.zshEnd])
        .joined(separator: "\n")
    case .fish: FishTable(table: table).lines.joined(separator: "\n")
    }
  }

  // Bash splits --kind=person into three words.
  private static let bashEnd = """
    _callbook() {
      local list path= i word current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]}
      for ((i = 1; i < COMP_CWORD; i++)); do
        word=${COMP_WORDS[i]}
        case $word in
          --socket) i=$((i + 1)) ;;
          -*) ;;
          *)
            if [ -z "$path" ]; then
              path=$word
            else
              if _callbook_follow "$path" "$word"; then path="$path $word"; fi
              break
            fi
            ;;
        esac
      done
      if [ "$current" = = ]; then
        current=
      elif [ "$previous" = = ]; then
        previous=${COMP_WORDS[COMP_CWORD-2]}
      fi
      COMPREPLY=()
      if _callbook_next "$path" "$previous"; then
        COMPREPLY=($(compgen -W "$list" -- "$current"))
      fi
    }

    complete -o default -F _callbook callbook
    """

  private static let zshEnd = """
    _callbook() {
      local list path_= i word previous=${words[CURRENT-1]}
      for ((i = 2; i < CURRENT; i++)); do
        word=${words[i]}
        case $word in
          --socket) i=$((i + 1)) ;;
          -*) ;;
          *)
            if [[ -z $path_ ]]; then
              path_=$word
            else
              if _callbook_follow "$path_" "$word"; then path_="$path_ $word"; fi
              break
            fi
            ;;
        esac
      done
      if _callbook_next "$path_" "$previous" && [[ -n $list ]]; then
        compadd -- ${=list}
      else
        _files
      fi
    }

    if [[ $funcstack[1] = _callbook ]]; then _callbook "$@"; else compdef _callbook callbook; fi
    """
}
